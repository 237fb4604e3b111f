"""Static files are collected when they must be, and only then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from broadsheet.operations import static_files
from broadsheet.operations.middleware import StaticFilesMiddleware


@pytest.fixture
def root(tmp_path: Path, settings: Settings) -> Path:
    """An empty STATIC_ROOT, in production."""
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = False
    return tmp_path


@pytest.fixture
def collected(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A STATIC_ROOT that was just collected (without the collecting)."""
    monkeypatch.setattr(static_files, "call_command", lambda *args, **options: None)
    static_files.collect_static_files()
    return root


def test_an_empty_folder_is_not_current(root: Path) -> None:
    assert not static_files.static_files_are_current()


def test_what_was_just_collected_is_current(collected: Path) -> None:
    assert static_files.static_files_are_current()


def test_another_version_of_wagtail_is_collected_anew(
    collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wagtail.__version__", "99.0")
    assert not static_files.static_files_are_current()


def test_a_stylesheet_that_changed_is_collected_anew(collected: Path) -> None:
    changed = next(Path(static_files.__file__).parents[1].glob("pages/static/pages/css/*.css"))
    facts = changed.stat()
    try:
        os.utime(changed, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
        assert not static_files.static_files_are_current()
    finally:
        os.utime(changed, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def test_a_collection_that_was_interrupted_is_made_up_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / static_files.STAMP).write_text(static_files.fingerprint())

    def interrupt(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(static_files, "call_command", interrupt)
    with pytest.raises(KeyboardInterrupt):
        static_files.collect_static_files()
    assert not static_files.static_files_are_current()


def test_in_development_nothing_is_collected(root: Path, settings: Settings) -> None:
    settings.DEBUG = True
    assert static_files.static_files_are_current()


@pytest.fixture
def server(root: Path) -> StaticFilesMiddleware:
    """A server of static files with one stylesheet."""
    (root / "paper.css").write_text("body { color: black }")
    return StaticFilesMiddleware(lambda request: HttpResponse(status=404))


def test_a_static_file_is_answered_whole_so_that_asgi_need_not_wait_for_it(
    server: StaticFilesMiddleware, rf: RequestFactory
) -> None:
    response = server(rf.get("/static/paper.css"))
    assert not response.streaming
    assert response.content == b"body { color: black }"
    assert response["Content-Type"].startswith("text/css")
    assert response["Content-Length"] == "21"


def test_a_part_of_a_static_file_may_be_asked_for(server: StaticFilesMiddleware, rf: RequestFactory) -> None:
    response = server(rf.get("/static/paper.css", headers={"range": "bytes=0-3"}))
    assert (response.status_code, response.content) == (206, b"body")


def test_a_static_file_that_is_known_is_not_sent_again(
    server: StaticFilesMiddleware, rf: RequestFactory
) -> None:
    etag = server(rf.get("/static/paper.css"))["ETag"]
    response = server(rf.get("/static/paper.css", headers={"if-none-match": etag}))
    assert (response.status_code, response.content) == (304, b"")
