"""What the demo says when it is up."""

from __future__ import annotations

import json
from pathlib import Path

from rich.table import Table

from broadsheet.cli.console import console


def welcome(address: str, staff_file: Path) -> None:
    """The addresses, and the staff with their passwords."""
    console.print()
    console.print(f"  The paper   [bold]{address}/[/]")
    console.print(f"  The desk    [bold]{address}/desk/[/]")
    console.print()
    if console.is_terminal:
        console.print(_table(_staff(staff_file)))
    else:
        for person in _staff(staff_file):
            console.print(f"  {person['username']}  {person['password']}  {person['group']}", markup=False)
    console.print("\n  Ctrl-C stops it.\n")


def _staff(staff_file: Path) -> list[dict[str, str]]:
    people: list[dict[str, str]] = json.loads(staff_file.read_text(encoding="utf-8"))
    return people


def _table(people: list[dict[str, str]]) -> Table:
    table = Table("Sign in as", "Password", "Name", "Group", box=None, padding=(0, 2))
    for person in people:
        table.add_row(person["username"], person["password"], person["name"], person["group"])
    return table
