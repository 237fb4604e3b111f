"""Piper's process may do what it likes: there is one line for an editor, and the next sentence is said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.piper.process import SpeakerProcess
from tests.narration.voices.piper.programs import ANSWERS, STARTS, program

LONG, SHORT = 20.0, 0.4  # seconds


def fails(process: SpeakerProcess, *, within: float) -> VoiceError:
    with pytest.raises(VoiceError) as failed:
        process.ask({}, within=within)
    assert "\n" not in str(failed.value)
    assert len(str(failed.value)) < 300
    return failed.value


def comes_true(what: Callable[[], object], *, within: float = 10.0) -> bool:
    until = time.monotonic() + within
    while not what() and time.monotonic() < until:
        time.sleep(0.01)
    return bool(what())


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("part", "how"), [("start", how) for how in STARTS] + [("answer", how) for how in ANSWERS]
)
def test_after_any_failure_the_next_sentence_is_said(part: str, how: str, tmp_path: Path) -> None:
    code = {"start": STARTS, "answer": ANSWERS}[part][how]
    process = SpeakerProcess(program(tmp_path, **{part: code}))
    try:
        failure = fails(process, within=SHORT if "hangs" in how else LONG)
        assert failure.again
        assert (process.pid is None) is (how != "cannot say it")
        process.close()
        (tmp_path / "mark").touch()  # also where it was too slow to do so
        assert process.ask({}, within=LONG).samples == b"sounds"
    finally:
        process.close()


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    process = SpeakerProcess([str(tmp_path / "none")])
    assert "could not be started" in str(fails(process, within=LONG))


def test_a_process_stays_for_the_next_sentence_and_ends_when_it_is_closed(tmp_path: Path) -> None:
    process = SpeakerProcess(program(tmp_path))
    pids = set()
    for _ in range(3):
        process.ask({}, within=LONG)
        pids.add(process.pid)
    (pid,) = pids
    process.close()
    assert is_gone(pid)


def test_a_process_that_rests_is_started_anew(tmp_path: Path) -> None:
    process = SpeakerProcess(program(tmp_path, answer="send(*WELL); sys.exit()"))
    process.ask({}, within=LONG)
    assert comes_true(lambda: process.pid is None)
    assert process.ask({}, within=LONG).samples == b"sounds"
    process.close()


def test_a_process_that_is_killed_says_by_what(tmp_path: Path) -> None:
    process = SpeakerProcess(program(tmp_path, answer="time.sleep(30)"))
    errors: list[VoiceError] = []
    thread = threading.Thread(target=lambda: errors.append(fails(process, within=LONG)))
    thread.start()
    assert comes_true(lambda: process.pid and (tmp_path / "mark").exists())
    os.kill(process.pid, signal.SIGKILL)
    thread.join(LONG)
    assert str(errors[0]) == "Piper ended in the middle of a sentence (signal 9)."
    assert process.ask({}, within=LONG).samples == b"sounds"
    process.close()


def test_closing_does_not_wait_for_the_sentence(tmp_path: Path) -> None:
    process = SpeakerProcess(program(tmp_path, answer="time.sleep(30)"))
    thread = threading.Thread(target=fails, args=(process,), kwargs={"within": LONG})
    thread.start()
    assert comes_true(lambda: process.pid and (tmp_path / "mark").exists())
    pid, started = process.pid, time.monotonic()
    process.close()
    thread.join(LONG)
    assert time.monotonic() - started < 5
    assert is_gone(pid)


def test_who_waits_too_long_for_a_turn_is_told(tmp_path: Path) -> None:
    process = SpeakerProcess(program(tmp_path, answer="time.sleep(30)"))
    thread = threading.Thread(target=fails, args=(process,), kwargs={"within": LONG})
    thread.start()
    assert comes_true(lambda: process.pid and (tmp_path / "mark").exists())
    assert "busy" in str(fails(process, within=0.05))
    process.close()
    thread.join(LONG)


def test_whoever_starts_it_need_not_stay_and_dies_without_orphans(tmp_path: Path) -> None:
    """The thread that started it may end; with the whole parent, it ends, too."""
    parent = f"""
import threading, time
from broadsheet.narration.voices.piper.process import SpeakerProcess
process = SpeakerProcess({program(tmp_path)!r})
for _ in range(2):
    thread = threading.Thread(target=process.ask, args=({{}},), kwargs={{"within": {LONG}}})
    thread.start()
    thread.join()
    print(process.pid, flush=True)
time.sleep(30)
"""
    command = [sys.executable, "-c", parent]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as started:  # noqa: S603 - our own program
        first, second = (int(started.stdout.readline()) for _ in range(2))
        assert first == second
        started.kill()
    assert comes_true(lambda: is_gone(first))
