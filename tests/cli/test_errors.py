"""What goes wrong is said in one line, and the exit status is not 0."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError
from django.db import OperationalError

from broadsheet.cli import entry
from broadsheet.cli.group import broadsheet as family
from tests.cli.newsroom import broadsheet


@pytest.mark.parametrize(
    ("args", "status", "line"),
    [
        (["nope"], 2, "broadsheet: No such command 'nope'. See “broadsheet --help”.\n"),
        (["serve", "--loud"], 2, "broadsheet: No such option '--loud'. See “broadsheet serve --help”.\n"),
        (["serve", "--port", "0"], 2, "is not in the range"),
        (["import", "wordpress"], 2, "Missing argument 'FILE…'"),
        (["import", "wordpress", "/none.xml"], 2, "File '/none.xml' does not exist"),
        (["demo", "--host", "0.0.0.0"], 1, "passwords are public"),  # noqa: S104  # that is what is refused
    ],
)
def test_a_slip_on_the_command_line(
    args: list[str], status: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.run(args) == status
    said = capsys.readouterr()
    assert line in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (CommandError("The database lacks 3 migrations."), "The database lacks 3 migrations."),
        (ImproperlyConfigured("A must\nbe B."), "A must be B."),
        (
            OperationalError("unable to open\n\tdatabase file"),
            "The database says: unable to open database file",
        ),
        (PermissionError(13, "Permission denied", "/srv/x"), "Permission denied: /srv/x"),
        (ZeroDivisionError("division by zero"), "Unexpected ZeroDivisionError: division by zero."),
    ],
)
def test_an_error_inside(
    error: Exception, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setitem(family.commands, "doctor", click.Command("doctor", callback=fail))
    assert entry.run(["doctor"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"broadsheet: {line}")
    assert said.count("\n") == 1


def test_ctrl_c_is_told_from_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(family.commands, "doctor", click.Command("doctor", callback=interrupt))
    assert entry.run(["doctor"]) == 130


def test_a_developer_sees_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("BROADSHEET_DEBUG", "yes")
    monkeypatch.setitem(family.commands, "doctor", click.Command("doctor", callback=fail))
    with pytest.raises(ZeroDivisionError):
        entry.run(["doctor"])


@pytest.mark.parametrize("command", ["serve", "worker", "manage check", "import wordpress FILE"])
def test_without_a_secret_key_nothing_starts(command: str, tmp_path: Path) -> None:
    (tmp_path / "export.xml").write_text("<rss/>")
    words = [str(tmp_path / "export.xml") if word == "FILE" else word for word in command.split()]
    done = broadsheet("--home", tmp_path, *words)
    assert done.returncode == 1
    assert done.stderr.startswith("broadsheet: BROADSHEET_SECRET_KEY is not set: run “broadsheet init DIR”")
    assert done.stderr.count("\n") == 1


def test_a_database_file_that_is_none_is_said_to_be_so(home: Path) -> None:
    (home / "db.sqlite3").write_bytes(b"a letter, not a database " * 100)
    done = broadsheet("--home", home, "serve")
    assert done.returncode == 1
    assert "file is not a database" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_database_without_tables_is_told_apart(home: Path) -> None:
    (home / "db.sqlite3").unlink()
    done = broadsheet("--home", home, "serve")
    assert done.returncode == 1
    assert "Run “broadsheet manage migrate”." in done.stderr
    assert done.stderr.count("\n") == 1
