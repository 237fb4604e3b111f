"""`broadsheet init` makes a newsroom, or leaves everything as it was."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from broadsheet.environment.file import read_env_file
from tests.cli.newsroom import broadsheet

ASK = """
import json
from django.contrib.auth.models import User
from django.conf import settings
from wagtail.models import Locale, Site
from broadsheet.pages.models import Newsroom
ada = User.objects.get()
site = Site.objects.get()
print(json.dumps({
    "editor": [ada.username, ada.email, ada.is_superuser, ada.check_password("a ferry in the fog")],
    "groups": [group.name for group in ada.groups.all()],
    "paper": [Newsroom.for_site(site).name, site.root_page.specific_class.__name__, site.root_url],
    "settings": [settings.TIME_ZONE, settings.LANGUAGE_CODE, Locale.objects.get().language_code],
}))
"""


def test_a_new_newsroom_has_its_paper_its_editor_and_its_settings(founded: Path) -> None:
    done = broadsheet("--home", founded, "manage", "shell", "--no-imports", "-c", ASK)
    assert json.loads(done.stdout) == {
        "editor": ["ada", "ada@quay.test", True, True],
        "groups": ["Publishers"],
        "paper": ["The Quay Post", "FrontPage", "http://127.0.0.1:8000"],
        "settings": ["Europe/Kyiv", "uk", "uk"],
    }


def test_its_settings_are_its_owner_s_alone(founded: Path) -> None:
    assert (founded / "broadsheet.env").stat().st_mode & 0o777 == 0o600
    assert len(read_env_file(founded / "broadsheet.env")["BROADSHEET_SECRET_KEY"]) >= 50


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--url", "paper.example"], "--url: it must be an address like https://paper.example"),
        (["--time-zone", "Mars"], "--time-zone: it must be the name of a time zone"),
        (["--language", "xx"], "--language: it must be the code of a language"),
        (
            ["--database-url", "mysql://u:hunter2@db/p"],
            "--database-url: it must be an address that begins with",
        ),
    ],
)
def test_a_wrong_answer_is_refused_before_anything_is_made(
    options: list[str], complaint: str, tmp_path: Path
) -> None:
    done = broadsheet("init", tmp_path / "paper", "--no-input", *options)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "hunter2" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "paper").exists()


def test_a_folder_that_holds_a_newsroom_is_refused(home: Path) -> None:
    done = broadsheet("init", home, "--no-input")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"broadsheet: {home} holds a newsroom already: choose an empty folder.\n"


def test_a_folder_that_holds_anything_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    done = broadsheet("init", tmp_path, "--no-input")
    assert done.stderr == f"broadsheet: {tmp_path} holds other files: choose an empty folder.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "paper").write_text("")
    done = broadsheet("init", tmp_path / "paper", "--no-input")
    assert done.stderr == f"broadsheet: {tmp_path / 'paper'} is a file: choose a folder.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = broadsheet("init", tmp_path / "paper", "--no-input")
    assert done.stderr == f"broadsheet: Permission denied: {tmp_path / 'paper'}\n"


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    nowhere = "postgresql://ada:hunter2@127.0.0.1:1/paper"
    done = broadsheet("init", tmp_path / "paper", "--no-input", "--database-url", nowhere)
    assert done.returncode == 1
    assert "Connection refused" in done.stderr
    assert "hunter2" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "paper").exists()


def test_a_weak_password_is_refused(tmp_path: Path) -> None:
    done = broadsheet("init", tmp_path / "paper", "--no-input", "--password-stdin", stdin="short\n")
    assert "at least 10 characters" in done.stderr
    assert not (tmp_path / "paper").exists()


def test_nobody_there_to_answer_counts_as_an_interruption(tmp_path: Path) -> None:
    done = broadsheet("init", tmp_path / "paper")
    assert done.returncode == 130
    assert not (tmp_path / "paper").exists()
