"""A disk without room: what cannot be kept is not half kept, and what was there is not lost."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, files_of, keep, words_of

SIZE = 512 * 1024


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    """A store on a disk of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("Nobody may mount a disk here.")
    try:
        yield Store(disk / "pages")
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S603, S607


def fill(store: Store) -> Path:
    """Leave no room."""
    filler = store.folder.with_name("filler")
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def test_a_page_that_finds_no_room_leaves_the_last_copy(small: Store) -> None:
    keep(small, "Ferry " * 2000, "page:1")
    small.forget(["page:1"])
    small.index.number()
    fill(small)
    with suppress(OSError), suppress(Exception):
        assert not keep(small, "Late ferry " * 9000, "page:1")
    assert small.find(FERRY) is None
    assert words_of(small.last(FERRY)) == "Ferry " * 2000


def test_what_has_changed_is_not_served_from_a_full_disk(small: Store) -> None:
    keep(small, "Ferry " * 2000, "page:1")
    fill(small)
    small.forget(["page:1"])
    assert small.find(FERRY) is None


def test_what_is_gone_is_gone_from_a_full_disk(small: Store) -> None:
    keep(small, "Ferry " * 2000, "page:1")
    fill(small)
    small.forget(["page:1"], gone=True)
    assert files_of(small) == []


def test_pages_are_kept_again_once_there_is_room(small: Store) -> None:
    keep(small, "Ferry " * 2000, "page:1")
    filler = fill(small)
    small.forget(["page:1"])
    filler.unlink()
    assert keep(small, "Late ferry", "page:1")
    assert words_of(small.find(FERRY)) == "Late ferry"
    assert small.forget(["page:1"]) == [FERRY]
