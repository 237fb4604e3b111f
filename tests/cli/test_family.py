"""Processes that were started together end together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from broadsheet.cli.family import Family


def idle(sign: Path) -> None:
    """Work until told to stop, leaving one's number."""
    sign.write_text(str(os.getpid()))
    signal.pause()


def fail() -> None:
    """Come to grief."""
    raise ValueError("no more ink")


def raise_family(folder: Path) -> None:
    """A family that waits for Ctrl-C."""
    with Family() as family:
        family.start("one", idle, folder / "one")
        family.start("two", idle, folder / "two")
        family.wait()


def number_of(sign: Path) -> int:
    """The process that left `sign`."""
    for _ in range(200):
        if sign.exists() and sign.read_text():
            return int(sign.read_text())
        time.sleep(0.05)
    raise AssertionError(f"{sign.name} never came.")


def is_gone(number: int) -> bool:
    """Whether the process ends within a few seconds."""
    for _ in range(200):
        try:
            if Path(f"/proc/{number}/stat").read_text().split(") ")[1][0] == "Z":
                return True
            os.kill(number, 0)
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_all_and_is_no_error(tmp_path: Path, number: int) -> None:
    parent = multiprocessing.get_context("fork").Process(target=raise_family, args=(tmp_path,))
    parent.start()
    children = [number_of(tmp_path / name) for name in ("one", "two")]
    assert parent.pid is not None
    os.kill(parent.pid, number)
    parent.join(30)
    assert parent.exitcode == 0
    assert all(is_gone(child) for child in children)


def test_children_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    parent = multiprocessing.get_context("fork").Process(target=raise_family, args=(tmp_path,))
    parent.start()
    children = [number_of(tmp_path / name) for name in ("one", "two")]
    parent.kill()
    parent.join(30)
    assert all(is_gone(child) for child in children)


@pytest.fixture
def _signals_restored() -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals_restored")
def test_when_one_is_killed_the_others_are_stopped_and_it_is_named(tmp_path: Path) -> None:
    with Family() as family:
        family.start("one", idle, tmp_path / "one")
        family.start("two", idle, tmp_path / "two")
        survivor = number_of(tmp_path / "two")
        os.kill(number_of(tmp_path / "one"), signal.SIGKILL)
        with pytest.raises(click.ClickException, match="The one was killed by SIGKILL"):
            family.wait()
    assert is_gone(survivor)


@pytest.mark.usefixtures("_signals_restored")
def test_one_that_fails_says_why_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    with Family() as family:
        family.start("press", fail)
        with pytest.raises(click.ClickException, match="The press ended with status 1"):
            family.wait()
    assert "broadsheet: press: Unexpected ValueError: no more ink." in capfd.readouterr().err
