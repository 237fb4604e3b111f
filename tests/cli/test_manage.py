"""`broadsheet manage` is Django's own command."""

from __future__ import annotations

from pathlib import Path

from tests.cli.newsroom import broadsheet


def test_any_django_command_runs_with_its_own_options(founded: Path) -> None:
    done = broadsheet("--home", founded, "manage", "showmigrations", "news", "--plan")
    assert done.returncode == 0
    assert "news.0001_initial" in done.stdout


def test_a_django_command_explains_itself(founded: Path) -> None:
    done = broadsheet("--home", founded, "manage", "migrate", "--help")
    assert done.returncode == 0
    assert "usage: broadsheet manage migrate" in done.stdout


def test_an_unknown_django_command_fails(founded: Path) -> None:
    done = broadsheet("--home", founded, "manage", "nope")
    assert done.returncode == 1
    assert "Unknown command: 'nope'" in done.stderr
    assert "Traceback" not in done.stderr
