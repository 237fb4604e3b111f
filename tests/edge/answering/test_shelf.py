"""Pages in memory: only while their files stand, and no more than there is room for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering.shelf import Shelf
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, keep, sheet


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "pages")


def test_a_page_is_in_memory_once_it_was_read(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    shelf = Shelf(store)
    assert shelf.get(FERRY) is None
    assert shelf.load(FERRY) is shelf.get(FERRY)


@pytest.mark.parametrize("gone", [False, True])
def test_what_another_process_forgets_is_not_served(store: Store, gone: bool) -> None:
    keep(store, "Ferry", "page:1")
    shelf = Shelf(store)
    shelf.load(FERRY)
    Store(store.folder).forget(["page:1"], gone=gone)
    assert shelf.get(FERRY) is None
    assert shelf.load(FERRY) is None


def test_a_page_that_takes_the_place_of_a_gone_one_in_the_same_second_is_seen(store: Store) -> None:
    shelf = Shelf(store)
    for number in range(30):
        keep(store, f"Ferry {number}", "page:1")
        shelf.load(FERRY)
        store.forget(["page:1"], gone=True)
        keep(store, f"Ferry {number}, late", "page:1")
        assert shelf.get(FERRY) is None


def test_a_page_whose_time_is_over_is_not_served(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    over = time.time() + 60
    keep(store, "Gale today", until=over)
    shelf = Shelf(store)
    assert shelf.load(FERRY)
    monkeypatch.setattr(time, "time", lambda: over)
    assert shelf.get(FERRY) is None
    assert shelf.load(FERRY) is None


def test_the_pages_that_nobody_asked_for_longest_make_room(store: Store) -> None:
    pages = [Address(HOST, f"/story-{number}/") for number in range(12)]
    for at in pages:
        keep(store, os.urandom(4000).hex(), at=at)
    shelf = Shelf(store, room=100_000)
    shelf.load(pages[0])
    for at in pages[1:]:
        shelf.load(at)
        shelf.get(pages[0])
    assert shelf.get(pages[0])
    assert shelf.get(pages[1]) is None
    assert shelf._taken <= 100_000
    assert shelf._taken == sum(page.size for page in shelf._pages.values())


def test_small_pages_count_with_all_that_they_weigh(store: Store) -> None:
    shelf = Shelf(store, room=100_000)
    for number in range(100):
        at = Address(HOST, f"/story-{number}/")
        store.keep(at, sheet("small"), since=store.index.number())
        shelf.load(at)
    assert len(shelf._pages) < 30
