"""A disk without room, for real: a small one that is mounted where that is allowed, else a limit on files."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from broadsheet.edge.spool import SpoolError, spool, take_in, waiting
from tests.edge.spool.crew import SIGN_UP, done, ended, fork, spool_readers

SIZE = 256 * 1024


@pytest.fixture
def small_disk(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """A home on a disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("Nobody may mount a disk here.")
    settings.HOME = folder
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


def fill(disk: Path) -> Path:
    """Leave no room."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    assert shutil.disk_usage(disk).free == 0
    return filler


def test_a_full_disk_is_told_and_leaves_no_half_file(small_disk: Path) -> None:
    spool_readers(1)
    filler = fill(small_disk)
    with pytest.raises(SpoolError, match="could not be kept: the disk is full"):
        spool(SIGN_UP, {"reader": "Cleo"})
    assert len(list((small_disk / "spool" / "waiting").iterdir())) == 1
    filler.unlink()
    spool(SIGN_UP, {"reader": "Cleo"})
    assert waiting() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_waits_is_taken_in_from_a_full_disk(small_disk: Path) -> None:
    names = spool_readers(3)
    fill(small_disk)
    assert take_in() == 3
    assert (done(), waiting()) == (names, 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_act_that_cannot_be_done_waits_where_its_reason_has_no_room(small_disk: Path) -> None:
    spool("unheard-of", {})
    fill(small_disk)
    for _ in range(4):
        take_in()
    with pytest.raises(OSError, match="No space left"):
        take_in()
    assert waiting() == 1


def spool_within_a_limit() -> None:
    """Files of this process may have a hundred bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    with pytest.raises(SpoolError, match="could not be kept: the disk is full"):
        spool(SIGN_UP, {"reader": "Cleo"})


def test_a_file_that_may_not_grow_is_a_full_disk_too(home: Path) -> None:
    assert ended(fork(spool_within_a_limit)) == 0
    assert list((home / "spool" / "waiting").iterdir()) == []
