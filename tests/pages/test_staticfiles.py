"""The stylesheet of production: one file, with its fonts, under a name that changes with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from broadsheet.pages.staticfiles import STYLESHEET, PaperStaticFilesStorage


@pytest.fixture
def collected(
    tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PaperStaticFilesStorage]:
    """The paper's own static files as production has them; Wagtail's many are left out."""
    backends = settings.STORAGES | {
        "staticfiles": {"BACKEND": "broadsheet.pages.staticfiles.PaperStaticFilesStorage"}
    }
    with override_settings(STORAGES=backends, STATIC_ROOT=tmp_path):
        ours = "broadsheet.pages"
        for finder in get_finders():
            for name in [name for name in getattr(finder, "storages", {}) if not name.startswith(ours)]:
                monkeypatch.delitem(finder.storages, name)
            monkeypatch.setattr(
                finder, "apps", [n for n in getattr(finder, "apps", []) if n.startswith(ours)], raising=False
            )
        call_command("collectstatic", interactive=False, verbosity=0)
        yield staticfiles_storage


def stylesheet(storage: PaperStaticFilesStorage) -> str:
    return Path(storage.path(storage.stored_name(STYLESHEET))).read_text()


def test_the_stylesheet_imports_nothing(collected: PaperStaticFilesStorage) -> None:
    assert "@import" not in stylesheet(collected)


def test_the_stylesheet_holds_what_it_imported(collected: PaperStaticFilesStorage) -> None:
    css = stylesheet(collected)
    for part in Path("src/broadsheet/pages/static/pages/css").glob("*.css"):
        selectors = re.findall(r"^(\.[\w-]+)[ ,{:]", part.read_text(), re.MULTILINE)
        assert all(selector in css for selector in selectors), part


def test_every_file_that_the_stylesheet_names_is_there(collected: PaperStaticFilesStorage) -> None:
    folder = Path(collected.path(STYLESHEET)).parent
    names = [name for name in re.findall(r'url\("?([^")]+)"?\)', stylesheet(collected)) if ":" not in name]
    assert names
    for name in names:
        assert (folder / name.partition("#")[0]).is_file(), name
        assert re.search(r"\.[0-9a-f]{12}\.", name), name


def test_the_stylesheet_comes_compressed(collected: PaperStaticFilesStorage) -> None:
    file = Path(collected.path(collected.stored_name(STYLESHEET)))
    assert file.with_name(f"{file.name}.gz").is_file()
    assert file.with_name(f"{file.name}.br").is_file()


def test_collecting_twice_gives_the_same_names(collected: PaperStaticFilesStorage) -> None:
    before = collected.stored_name(STYLESHEET)
    call_command("collectstatic", interactive=False, verbosity=0)
    assert staticfiles_storage.stored_name(STYLESHEET) == before


def test_a_newer_style_reaches_readers_though_the_stylesheet_itself_is_as_it_was(
    collected: PaperStaticFilesStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = ".newer-than-last-time { color: red }"
    read = PaperStaticFilesStorage._read
    monkeypatch.setattr(PaperStaticFilesStorage, "_read", lambda self, name: read(self, name) + newer)
    call_command("collectstatic", interactive=False, verbosity=0)
    assert newer in (Path(collected.location) / STYLESHEET).read_text()
