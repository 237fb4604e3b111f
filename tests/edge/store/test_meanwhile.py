"""Readers and several processes at once: nothing by half, nothing older after something newer."""

from __future__ import annotations

import multiprocessing
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering.shelf import Shelf
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, ended, fork, keep, sheet, words_of

VERSIONS = 500


def edit(store: Store, first: int, last: int) -> None:
    for number in range(first, last):
        if number % 2:
            store.forget(["page:1"], gone=number % 4 == 1)
        assert keep(store, f"{number:05} " * 200, "page:1")


def read(store: Store, until: int) -> list[int]:
    """The versions that one reader sees, whole, one after the other."""
    seen: list[int] = []
    deadline = time.monotonic() + 60
    while (not seen or seen[-1] < until) and time.monotonic() < deadline:
        words = words_of(store.find(FERRY))
        if words is not None:
            assert len(set(words.split())) == 1
            seen.append(int(words.split()[0]))
    return seen


def test_readers_see_whole_pages_and_never_an_older_one_after_a_newer(store: Store) -> None:
    writer = fork(edit, store, 0, VERSIONS)
    with ThreadPoolExecutor(3) as readers:
        seen = list(readers.map(lambda _: read(store, VERSIONS - 1), range(3)))
    assert ended(writer) == 0
    assert all(versions == sorted(versions) for versions in seen)
    assert all(len(set(versions)) > 10 for versions in seen)


def read_in_memory(store: Store, until: int) -> None:
    shelf, seen = Shelf(store), 0
    deadline = time.monotonic() + 60
    while seen < until and time.monotonic() < deadline:
        ready = shelf.get(FERRY) or shelf.load(FERRY)
        if ready is not None:
            now = int(ready._body("identity").split()[0])
            assert now >= seen
            seen = now
    assert seen == until


def test_a_reader_of_another_process_sees_no_older_page_from_memory(store: Store) -> None:
    reader = fork(read_in_memory, store, VERSIONS - 1)
    edit(store, 0, VERSIONS)
    assert ended(reader) == 0


def test_what_is_forgotten_while_it_is_made_is_never_kept_old(store: Store) -> None:
    """The truth changes and is forgotten; pages are made of it, slowly, by many at once."""
    truth = [0]
    over = threading.Event()
    wrong: list[str] = []

    def make() -> None:
        while not over.is_set():
            since, before = store.index.number(), store.standing(FERRY)
            words = str(truth[0])
            time.sleep(0.001)
            store.keep(FERRY, sheet(words, "page:1"), since=since, before=before)

    def change() -> None:
        for number in range(1, 150):
            truth[0] = number
            store.forget(["page:1"])
            time.sleep(0.003)
            found = words_of(store.find(FERRY))
            if found is not None and int(found) < number:
                wrong.append(f"{found} after {number}")
        over.set()

    with ThreadPoolExecutor(4) as threads:
        working = [threads.submit(make) for _ in range(3)]
        threads.submit(change).result()
        for one in working:
            one.result()
    assert wrong == []
    keep(store, "at last", "page:1")
    assert store.forget(["page:1"]) == [FERRY]


def make_in_process(store: Store, truth, over) -> None:
    while not over.is_set():
        since, before = store.index.number(), store.standing(FERRY)
        words = str(truth.value)
        store.keep(FERRY, sheet(words, "page:1"), since=since, before=before)


def test_what_another_process_makes_meanwhile_is_never_kept_old(store: Store) -> None:
    context = multiprocessing.get_context("fork")
    truth, over = context.Value("i", 0), context.Event()
    makers = [fork(make_in_process, store, truth, over) for _ in range(2)]
    try:
        for number in range(1, 150):
            truth.value = number
            store.forget(["page:1"], gone=number % 3 == 0)
            time.sleep(0.003)
            found = words_of(store.find(FERRY))
            assert found is None or int(found) == number
    finally:
        over.set()
    assert [ended(maker) for maker in makers] == [0, 0]


def test_two_processes_forget_and_keep_without_losing_a_page(store: Store) -> None:
    def work(number: int) -> None:
        for story in range(40):
            assert keep(store, "Story", f"page:{number}", at=Address(HOST, f"/paper-{number}/story-{story}/"))

    assert [ended(process) for process in [fork(work, number) for number in range(2)]] == [0, 0]
    assert len(store.forget(["page:0"])) == 40
    assert store.index.count() == 40


def test_a_page_that_takes_the_place_of_its_last_copy_is_found_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, "Ferry", "page:1")
    store.forget(["page:1"])
    real = store.files.read

    def read_late(path: str, *, last: bool = False) -> Sheet | None:
        if last:
            keep(store, "Ferry, late", "page:1")
        return real(path, last=last)

    monkeypatch.setattr(store.files, "read", read_late)
    assert words_of(store.last(FERRY)) == "Ferry, late"
