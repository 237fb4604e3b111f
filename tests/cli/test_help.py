"""Every command explains itself, and the reference explains every command."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

import broadsheet as package
from broadsheet.cli import entry
from broadsheet.cli.group import broadsheet
from tests.house.tree import ROOT

PAGE = (ROOT / "docs/reference/commands.md").read_text()


def every_command(
    command: click.Command = broadsheet, path: str = "broadsheet"
) -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, with the words that lead there."""
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from every_command(inner, f"{path} {name}")


COMMANDS = dict(every_command())


@pytest.mark.parametrize("path", COMMANDS)
def test_help_is_there_without_a_newsroom(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run([*path.split()[1:], "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Usage: ")
    assert "Example" in said or path in ("broadsheet worker", "broadsheet doctor")


@pytest.mark.parametrize("path", COMMANDS)
def test_the_reference_names_every_command_and_its_options(path: str) -> None:
    if path == "broadsheet":
        entry_of = PAGE
    else:
        assert f"\n## `{path}" in PAGE or isinstance(COMMANDS[path], click.Group)
        entry_of = PAGE.partition(f"\n## `{path}")[2].partition("\n## ")[0]
    for option in COMMANDS[path].params:
        if isinstance(option, click.Option) and option.name not in ("help", "version"):
            assert f"`{option.opts[0]}" in entry_of, option.opts[0]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(["--version"]) == 0
    assert capsys.readouterr().out == f"Broadsheet, version {package.__version__}\n"
