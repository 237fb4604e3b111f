"""Processes that take in are killed at any instant, and two take in at once: every act is done exactly once."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from broadsheet.edge.models import TakenIn
from broadsheet.edge.spool import intake, refused, spool, take_in, waiting
from tests.edge.spool.crew import SIGN_UP, beat, done, ended, fork, sign_up, spool_readers

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MOST_KILLS = 80


def test_two_hundred_acts_are_done_once_each_however_often_the_process_is_killed() -> None:
    names = spool_readers(200)
    interrupted = 0
    for _ in range(MOST_KILLS):
        process = fork(take_in)
        time.sleep(random.uniform(0.005, 0.04))  # noqa: S311
        process.kill()
        interrupted += ended(process) == -signal.SIGKILL and waiting() > 0
        if not waiting():
            break
    beat(3)
    assert waiting() == 0
    assert sorted(done()) == sorted(names)
    assert refused() == 0
    assert interrupted >= 3


def test_a_process_killed_between_the_commit_and_the_removal(home: Path, desk: dict[str, Any]) -> None:
    def commit_and_die(act: dict[str, Any]) -> None:
        sign_up(act)
        transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))

    desk[SIGN_UP] = commit_and_die
    spool(SIGN_UP, {"reader": "Cleo"})
    assert ended(fork(take_in)) == -signal.SIGKILL
    assert (done(), waiting(), TakenIn.objects.count()) == (["Cleo"], 1, 1)
    assert take_in() == 0
    assert (done(), waiting()) == (["Cleo"], 0)


def test_readers_who_arrive_meanwhile_are_not_missed() -> None:
    processes = [fork(spool_readers, 30) for _ in range(2)]
    taken = 0
    deadline = time.monotonic() + 60
    while taken < 60 and time.monotonic() < deadline:
        taken += take_in()
    assert [ended(process) for process in processes] == [0, 0]
    assert (taken, waiting(), len(done())) == (60, 0, 60)


def take_in_until_empty() -> None:
    deadline = time.monotonic() + 60
    while waiting() and time.monotonic() < deadline:
        take_in()


def test_two_takers_at_once_do_each_act_once() -> None:
    names = spool_readers(60)
    takers = [fork(take_in_until_empty) for _ in range(2)]
    assert [ended(taker) for taker in takers] == [0, 0]
    assert (sorted(done()), refused()) == (sorted(names), 0)


def test_even_where_the_lock_does_not_hold_each_act_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a network's file system that locks for one machine only."""

    @contextmanager
    def never_alone() -> Iterator[bool]:
        yield True

    monkeypatch.setattr(intake, "_alone", never_alone)
    monkeypatch.setattr(intake, "tidy_now_and_then", lambda: None)
    names = spool_readers(60)
    takers = [fork(take_in_until_empty) for _ in range(2)]
    assert [ended(taker) for taker in takers] == [0, 0]
    assert (sorted(done()), waiting(), refused()) == (sorted(names), 0, 0)
