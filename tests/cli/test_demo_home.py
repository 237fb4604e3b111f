"""The demo keeps to its own folder."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from pytest_django.fixtures import Settings
from wagtail.models import Site

from broadsheet.cli.demo_home import DemoHome
from tests.factories import Paper


def test_an_empty_folder_becomes_the_demo_s(tmp_path: Path) -> None:
    with DemoHome(tmp_path / "var") as home:
        home.write_settings()
    assert "BROADSHEET_SECRET_KEY=" in (tmp_path / "var" / "broadsheet.env").read_text()


def test_settings_that_are_there_are_kept(tmp_path: Path) -> None:
    (tmp_path / "broadsheet.env").write_text("BROADSHEET_SECRET_KEY=mine\n")
    with DemoHome(tmp_path) as home:
        home.write_settings()
    assert (tmp_path / "broadsheet.env").read_text() == "BROADSHEET_SECRET_KEY=mine\n"


def test_a_real_newsroom_s_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3").write_bytes(b"precious")
    with pytest.raises(click.ClickException, match="not the demo"), DemoHome(tmp_path):
        pass
    assert (tmp_path / "db.sqlite3").read_bytes() == b"precious"


def test_a_second_demo_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with DemoHome(tmp_path), pytest.raises(click.ClickException, match="is running"), DemoHome(tmp_path):
        pass


def test_beginning_again_forgets_the_paper_and_keeps_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with DemoHome(tmp_path) as home:
        home.write_settings()
        (tmp_path / "db.sqlite3").write_bytes(b"old")
        (tmp_path / "media" / "images").mkdir(parents=True)
        (tmp_path / "static").mkdir()
        home.clear()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broadsheet.env", "demo.lock", "static"]


def test_a_database_elsewhere_is_never_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://localhost/paper")
    with DemoHome(tmp_path) as home, pytest.raises(click.ClickException, match="unset DATABASE_URL"):
        home.clear()


def test_a_real_newsroom_in_a_database_elsewhere_is_refused(tmp_path: Path, paper: Paper) -> None:
    with DemoHome(tmp_path) as home, pytest.raises(click.ClickException, match="not the demo"):
        home.refuse_another_newsroom()


def test_the_site_follows_the_port_of_this_run(tmp_path: Path, paper: Paper, settings: Settings) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:9000"
    with DemoHome(tmp_path) as home:
        home.move_site()
    assert Site.objects.get(is_default_site=True).root_url == "http://127.0.0.1:9000"
