"""A process is killed at any instant: whatever stands afterwards can be forgotten, and what is gone is gone."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, ended, files_of, fork, keep, words_of

ADDRESSES = [Address(HOST, path) for path in ("/", "/harbour/", "/harbour/ferry/", "/feed.xml", "/tides/")]
ROUNDS = 40
CALLS = ("replace", "rename", "unlink")  # all that moves a page's files


def edit_without_end(store: Store) -> None:
    while True:
        number = random.randrange(4)  # noqa: S311
        at = random.choice(ADDRESSES)  # noqa: S311
        keep(store, f"tag:{number}", f"tag:{number}", at=at)
        if random.random() < 0.3:  # noqa: S311
            store.forget([f"tag:{random.randrange(4)}"], gone=random.random() < 0.5)  # noqa: S311


def assert_all_can_be_forgotten(store: Store, *, gone: bool) -> None:
    standing = {at: (store.folder / store.files.path(at)) for at in ADDRESSES if store.standing(at)}
    tags = {path.read_text() for path in standing.values()}
    store.forget(tags, gone=gone)
    assert [at for at in ADDRESSES if store.standing(at)] == []
    if gone:
        left = [path.name for path in files_of(store) if path.read_bytes().decode(errors="replace") in tags]
        assert left == []


def test_whatever_stands_can_be_forgotten_however_often_a_process_is_killed(store: Store) -> None:
    killed = 0
    for number in range(ROUNDS):
        process = fork(edit_without_end, store)
        time.sleep(random.uniform(0.01, 0.12))  # noqa: S311
        process.kill()
        killed += ended(process) == -signal.SIGKILL
        assert_all_can_be_forgotten(store, gone=number % 2 == 0)
    assert killed == ROUNDS
    store.forget([f"tag:{number}" for number in range(4)], gone=True)
    assert files_of(store) == []


def die_at_call(number: int) -> None:
    """Die before the call of that number that moves a file."""
    left = number

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def counted(*args: object, **named: object) -> object:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
            return real(*args, **named)

        setattr(os, name, counted)

    for name in CALLS:
        wrap(name)


def replace_and_die(store: Store, number: int) -> None:
    die_at_call(number)
    keep(store, "new", "tag:new")


@pytest.mark.parametrize("number", range(9))
@pytest.mark.parametrize("forgotten", [False, True], ids=["over a page", "over a last copy"])
def test_a_process_dies_at_each_step_of_keeping(store: Store, number: int, forgotten: bool) -> None:
    keep(store, "old", "tag:old")
    if forgotten:
        store.forget(["tag:old"])
    ended(fork(replace_and_die, store, number))
    assert words_of(store.find(FERRY)) in {"old", "new", None}
    store.forget(["tag:old", "tag:new"])
    assert store.standing(FERRY) is None
    assert words_of(store.last(FERRY)) in {"old", "new", None}
    store.forget(["tag:old", "tag:new"], gone=True)
    assert files_of(store) == []


def die_between_files_and_index(store: Store) -> None:
    store.index.stand = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    keep(store, "new", "tag:new")


def test_a_process_dies_between_the_files_and_the_index(store: Store) -> None:
    assert ended(fork(die_between_files_and_index, store)) == -signal.SIGKILL
    assert words_of(store.find(FERRY)) == "new"
    assert store.forget(["tag:new"]) == [FERRY]
    assert store.find(FERRY) is None


def forget_and_die(store: Store, number: int, gone: bool) -> None:
    die_at_call(number)
    store.forget(["tag:old"], gone=gone)


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("gone", [False, True], ids=["forgotten", "gone"])
def test_what_a_process_died_over_is_taken_away_by_the_next(store: Store, number: int, gone: bool) -> None:
    keep(store, "old", "tag:old")
    ended(fork(forget_and_die, store, number, gone))
    store.forget(["tag:old"], gone=gone)
    assert store.standing(FERRY) is None
    assert words_of(store.last(FERRY)) == (None if gone else "old")
    if gone:
        assert files_of(store) == []
