"""One process makes a page, in one thread; the others wait, but not for ever."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.press import turn
from broadsheet.edge.press.turn import Turn
from tests.edge.store.sheets import FERRY, HOST, ended, fork

TIDES = Address(HOST, "/tides/")


def note_in(file: Path, one: Turn) -> None:
    with one.of(FERRY) as mine:
        assert mine
        with file.open("a") as notes:
            notes.write("begin\n")
            notes.flush()
            time.sleep(0.05)
            notes.write("end\n")


def test_processes_take_turns(tmp_path: Path) -> None:
    one, notes = Turn(tmp_path / "press.lock"), tmp_path / "notes"
    processes = [fork(note_in, notes, one) for _ in range(4)]
    assert [ended(process) for process in processes] == [0] * 4
    assert notes.read_text().split() == ["begin", "end"] * 4


def test_threads_take_turns(tmp_path: Path) -> None:
    one, notes = Turn(tmp_path / "press.lock"), tmp_path / "notes"
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: note_in(notes, one), range(4)))
    assert notes.read_text().split() == ["begin", "end"] * 4


def test_other_pages_do_not_wait(tmp_path: Path) -> None:
    one = Turn(tmp_path / "press.lock")
    began = time.monotonic()
    with one.of(FERRY), one.of(TIDES) as mine:
        assert mine
    assert time.monotonic() - began < 1


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.05)
    one = Turn(tmp_path / "press.lock")
    with ThreadPoolExecutor(1) as threads, one.of(FERRY):

        def wait() -> bool:
            with one.of(FERRY) as mine:
                return mine

        assert threads.submit(wait).result() is False


def test_who_came_to_nothing_leaves_the_turn_to_whoever_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.02)
    one = Turn(tmp_path / "press.lock")
    with ThreadPoolExecutor(1) as threads, one.of(FERRY):

        def wait() -> bool:
            with one.of(FERRY) as mine:
                return mine

        assert [threads.submit(wait).result() for _ in range(2)] == [False, False]
    with one.of(FERRY) as mine:
        assert mine


def take_and_die(one: Turn) -> None:
    with one.of(FERRY):
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_has_no_turn(tmp_path: Path) -> None:
    one = Turn(tmp_path / "press.lock")
    assert ended(fork(take_and_die, one)) == -signal.SIGKILL
    began = time.monotonic()
    with one.of(FERRY) as mine:
        assert mine
    assert time.monotonic() - began < 1


def test_a_process_begun_within_a_turn_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.05)
    one = Turn(tmp_path / "press.lock")

    def wait() -> None:
        with one.of(FERRY) as mine:
            os._exit(3 if mine else 4)

    with one.of(FERRY):
        assert ended(fork(wait)) == 4


def test_a_page_is_made_though_nobody_can_wait(tmp_path: Path) -> None:
    (tmp_path / "press").write_text("a file where a folder should be")
    with Turn(tmp_path / "press" / "press.lock").of(FERRY) as mine:
        assert not mine


def test_a_view_that_raises_gives_its_turn_back(tmp_path: Path) -> None:
    one = Turn(tmp_path / "press.lock")
    with pytest.raises(ZeroDivisionError), one.of(FERRY):
        raise ZeroDivisionError
    taken = threading.Event()
    with one.of(FERRY) as mine:
        taken.set()
        assert mine
