"""Settings come from the process, else from broadsheet.env, else from the default."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from broadsheet.environment import Environment
from broadsheet.environment.file import read_env_file, write_env_file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home that the environment points at."""
    monkeypatch.setenv("BROADSHEET_HOME", str(tmp_path))
    return tmp_path


def test_a_setting_that_nobody_made_has_its_default(home: Path) -> None:
    assert Environment().get("BROADSHEET_WEB_PROCESSES") == 1


def test_the_file_sets_what_the_process_does_not(home: Path) -> None:
    (home / "broadsheet.env").write_text("BROADSHEET_WEB_PROCESSES=3\n")
    assert Environment().get("BROADSHEET_WEB_PROCESSES") == 3


def test_the_process_overrules_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "broadsheet.env").write_text("BROADSHEET_WEB_PROCESSES=3\n")
    monkeypatch.setenv("BROADSHEET_WEB_PROCESSES", "5")
    assert Environment().get("BROADSHEET_WEB_PROCESSES") == 5


def test_an_empty_value_counts_as_not_set(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_TIME_ZONE", "")
    assert Environment().get("BROADSHEET_TIME_ZONE") == "UTC"


def test_reading_the_file_leaves_the_process_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    (home / "broadsheet.env").write_text("BROADSHEET_MAIL_FROM=a@b.example\n")
    Environment().get("BROADSHEET_MAIL_FROM")
    assert "BROADSHEET_MAIL_FROM" not in os.environ


def test_a_wrong_value_is_refused_in_one_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_DEBUG", "ja")
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment().get("BROADSHEET_DEBUG")
    assert str(caught.value) == "BROADSHEET_DEBUG must be yes or no, not “ja”."


def test_a_password_in_a_wrong_address_is_not_repeated(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://root:hunter2@localhost/paper")
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment().get("DATABASE_URL")
    assert "hunter2" not in str(caught.value)


def test_a_slip_of_the_pen_is_noticed(home: Path) -> None:
    (home / "broadsheet.env").write_text("BROADSHEET_DEBGU=yes\n")
    assert "BROADSHEET_DEBGU" in Environment().unknown()


def test_the_file_may_hold_comments_quotes_and_exports(tmp_path: Path) -> None:
    path = tmp_path / "broadsheet.env"
    path.write_text("# a comment\n\nexport A=one\nB = 'two words'\nC=\"$three\"\nD=a=b#c\n")
    assert read_env_file(path) == {"A": "one", "B": "two words", "C": "$three", "D": "a=b#c"}


@pytest.mark.parametrize("line", ["no equals sign", "A='open", "1A=x"])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "broadsheet.env"
    path.write_text(f"A=1\n{line}\n")
    with pytest.raises(ImproperlyConfigured, match="line 2"):
        read_env_file(path)


def test_what_was_written_is_read_again_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "broadsheet.env"
    values = {"A": "$dollar", "B": " spaces ", "C": "#hash", "D": "plain"}
    write_env_file(path, values, heading="Settings")
    assert read_env_file(path) == values
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "broadsheet.env"
    path.write_text("A=1\n")
    with pytest.raises(FileExistsError):
        write_env_file(path, {}, heading="Settings")
