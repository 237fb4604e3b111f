"""`broadsheet doctor` finds what is wrong and names the remedy."""

from __future__ import annotations

from pathlib import Path

from tests.cli.newsroom import broadsheet


def test_a_new_newsroom_is_well_but_for_its_worker(founded: Path) -> None:
    done = broadsheet("--home", founded, "doctor")
    assert done.returncode == 0
    signs = {line[2:15].strip(): line[0] for line in done.stdout.splitlines()}
    assert signs == {
        "Secret key": "✓",
        "Debug": "✓",
        "Address": "✓",
        "Settings": "✓",
        "Database": "✓",
        "Migrations": "✓",
        "Storage": "✓",
        "Static files": "!",
        "E-mail": "✓",
        "Worker": "!",
        "Task queue": "✓",
        "Spool": "✓",
        "Pages": "✓",
        "Paper": "✓",
        "Voices": "·",
    }


def test_a_setting_that_cannot_be_meant_is_a_finding(founded: Path) -> None:
    done = broadsheet("--home", founded, "doctor", given={"BROADSHEET_TIME_ZONE": "Mars"})
    assert done.returncode == 1
    assert done.stdout.startswith("✗ Settings     BROADSHEET_TIME_ZONE must be")
    assert done.stderr == ""


def test_it_finds_missing_tables_and_settings_that_others_may_read(home: Path) -> None:
    (home / "db.sqlite3").unlink()
    (home / "broadsheet.env").chmod(0o644)
    done = broadsheet("--home", home, "doctor")
    assert done.returncode == 1
    assert "Run “broadsheet manage migrate”." in done.stdout
    assert f"chmod 600 {home / 'broadsheet.env'}" in done.stdout
