"""What the demo says when it is up."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

from rich.table import Table

from broadsheet.cli.answers import DEFAULT_URL
from broadsheet.cli.console import console

NEWS = "The Kittiwake is back at her berth"


def welcome(address: str, staff_file: Path) -> None:
    """The addresses, the staff with their passwords, and how to see an item arrive in an open page."""
    console.print()
    console.print(f"  The paper   [bold]{address}/[/]")
    console.print(f"  The desk    [bold]{address}/desk/[/]")
    console.print(f"  Its mail    [bold]{address}/desk/outbox/[/] (as paula; nothing leaves this machine)")
    console.print()
    if console.is_terminal:
        console.print(_table(_staff(staff_file)))
    else:
        for person in _staff(staff_file):
            console.print(f"  {person['username']}  {person['password']}  {person['group']}", markup=False)
    console.print("\n  Open the paper, then file an item from another terminal, and watch it arrive:\n")
    console.print(f"  {filing_command(address, staff_file.parent)}", markup=False, soft_wrap=True)
    console.print("\n  Ctrl-C stops it.\n")


def filing_command(address: str, home: Path) -> str:
    """One line for a shell in this folder that files an item with the demo."""
    where = "" if address == DEFAULT_URL else f"BROADSHEET_URL={shlex.quote(address)} "
    program, folder = (shlex.quote(_from_here(path)) for path in (Path(sys.argv[0]), home))
    return f"{where}{program} --home {folder} wire post {shlex.quote(NEWS)} --section harbour"


def _from_here(path: Path) -> str:
    """As it is typed in this folder, where that is shorter."""
    path, here = path.absolute(), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _staff(staff_file: Path) -> list[dict[str, str]]:
    people: list[dict[str, str]] = json.loads(staff_file.read_text(encoding="utf-8"))
    return people


def _table(people: list[dict[str, str]]) -> Table:
    table = Table("Sign in as", "Password", "Name", "Group", box=None, padding=(0, 2))
    for person in people:
        table.add_row(person["username"], person["password"], person["name"], person["group"])
    return table
