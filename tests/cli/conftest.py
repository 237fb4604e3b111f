"""Newsrooms for the command to work on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.newsroom import Running, broadsheet
from tests.plugins.ready_made import ready_made


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom that `init` made, for looking at only."""
    return ready_made("quay-post", tmp_path_factory.mktemp("newsroom") / "paper", _found)


def _found(folder: Path) -> None:
    done = broadsheet(
        *("init", folder, "--no-input", "--name", "The Quay Post", "--language", "uk"),
        *("--email", "ada@quay.test", "--time-zone", "Europe/Kyiv", "--editor", "ada", "--password-stdin"),
        stdin="a ferry in the fog\n",
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def home(founded: Path, tmp_path: Path) -> Path:
    """A copy of that newsroom, to do with as one likes."""
    return Path(shutil.copytree(founded, tmp_path / "home"))


@pytest.fixture
def running(home: Path) -> Iterator[list[Running]]:
    """What a test starts and this stops in the end."""
    started: list[Running] = []
    yield started
    for one in started:
        one.stop()
