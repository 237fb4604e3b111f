"""What fails, what is interrupted and what is refused leaves a mirror whole, and others' files alone."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from broadsheet.edge.press import rendering
from broadsheet.edge.press.press import PrintError
from broadsheet.mirror import sources
from broadsheet.mirror.actions.check_mirror import check_mirror
from broadsheet.mirror.actions.export_mirror import export_mirror
from broadsheet.mirror.errors import MirrorError
from broadsheet.mirror.folder import JOURNAL
from broadsheet.mirror.manifest import NAME
from tests.edge.paper import SmallPaper
from tests.mirror.written import times


def test_a_page_that_fails_stays_as_it_was(
    small: SmallPaper, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sources.render

    def fail(address: Any) -> rendering.Printed:
        if address.path == small.story.url:
            raise PrintError("software")
        return real(address)

    monkeypatch.setattr(sources, "render", fail)
    report = export_mirror(mirror)
    assert report.failed == [small.story.url]
    assert report.removed == 0
    assert (mirror / small.story.url[1:] / "index.html").exists()


def test_a_full_disk_leaves_nothing_half_written(
    small: SmallPaper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.replace, []

    def full(source: Any, target: Any) -> None:
        calls.append(target)
        if len(calls) > 5:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(MirrorError, match="no room left"):
            export_mirror(folder)
    assert len(times(folder)) == 5 + 2  # the journal, and the manifest that was begun
    export_mirror(folder)
    assert check_mirror(folder).dead == []
    assert not list(folder.glob(".*.part")) + list(folder.glob(".*.new")) + list(folder.glob(JOURNAL))


def test_what_an_interrupted_run_left_is_removed_when_it_is_gone(
    small: SmallPaper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt):
        export_mirror(folder, progress=_interrupt)
    assert (folder / "index.html").exists()
    shutil.copy(folder / "index.html", folder / "gone.html")
    with (folder / JOURNAL).open("a") as journal:
        journal.write("gone.html\n")
    assert export_mirror(folder).removed == 1
    assert not (folder / "gone.html").exists()


def _interrupt(done: int, known: int) -> None:
    if done == 3:
        raise KeyboardInterrupt


def test_a_folder_that_holds_something_else_is_refused(small: SmallPaper, folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("words")
    with pytest.raises(MirrorError, match="not empty and no mirror"):
        export_mirror(folder)


@pytest.mark.parametrize("name", ["pages", "media", "media/images/mirror", "static", "."])
def test_the_newsrooms_own_folders_are_refused(settings: LazySettings, tmp_path: Path, name: str) -> None:
    settings.HOME = tmp_path
    with pytest.raises(MirrorError, match="belongs to the newsroom"):
        export_mirror(tmp_path / name)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MirrorError, match="is no folder"):
        export_mirror(tmp_path / "file")


def test_two_runs_at_once_are_refused(small: SmallPaper, folder: Path) -> None:
    def again(done: int, known: int) -> None:
        with pytest.raises(MirrorError, match="Another export"):
            export_mirror(folder)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_mirror(folder, progress=again)


def test_a_manifest_that_points_outside_removes_nothing(mirror: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("words")
    manifest = mirror / NAME
    entry = '"/x/": {"n":99999,"etag":"x","file":"../precious","size":1}'
    manifest.write_text(manifest.read_text().replace("\n}\n", f",\n{entry}\n}}\n"))
    with pytest.raises(MirrorError, match="leads out of"):
        export_mirror(mirror)
    assert (tmp_path / "precious").exists()


def test_a_damaged_manifest_is_named(mirror: Path) -> None:
    (mirror / NAME).write_text('{\n"/": {"n":')
    with pytest.raises(MirrorError, match="is damaged"):
        export_mirror(mirror)


def test_the_manifest_is_json(mirror: Path) -> None:
    known = json.loads((mirror / NAME).read_text())
    assert known["/"]["file"] == "index.html"
