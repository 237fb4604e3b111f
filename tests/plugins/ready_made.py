"""Newsrooms made once for the whole run, by whichever worker needs one first; everybody gets a copy.

`broadsheet init` takes every table through every migration: ten seconds.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PLACE = "TEST_READY_MADE"
_ours = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Choose a place that all workers know, in the process that leads them."""
    if not hasattr(config, "workerinput"):
        config.stash[_ours] = os.environ[PLACE] = tempfile.mkdtemp(prefix="broadsheet-ready-made-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw them away."""
    if _ours in config.stash:
        shutil.rmtree(config.stash[_ours], ignore_errors=True)


@contextmanager
def locked(name: str) -> Iterator[Path]:
    """Where the thing of that name is, or will be; no other worker looks at it or makes it meanwhile."""
    place = Path(os.environ[PLACE]) / name
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


def ready_made(name: str, home: Path, make: Callable[[Path], None]) -> Path:
    """`home`, as `make` makes it; permissions included."""
    with locked(name) as place:
        if not place.exists():
            try:
                make(place)
            except BaseException:
                shutil.rmtree(place, ignore_errors=True)
                raise
    return Path(shutil.copytree(place, home))
