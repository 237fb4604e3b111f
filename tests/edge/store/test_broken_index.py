"""An index that is lost, broken, locked or replaced: no page is served that nothing could take away."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, ended, files_of, fork, keep, sheet, words_of

Fate = Callable[[Store], None]
TIDES = Address(HOST, "/tides/")


def index_file(store: Store) -> Path:
    """The file that the index stands in now."""
    return next((store.folder / ".index").glob("current-*")).resolve()


def delete_it(store: Store) -> None:
    for file in (store.folder / ".index").glob("*.sqlite3*"):
        file.unlink()


def delete_all(store: Store) -> None:
    shutil.rmtree(store.folder / ".index")


def overwrite_it(store: Store) -> None:
    for file in (store.folder / ".index").glob("*.sqlite3*"):
        file.write_bytes(b"no index at all " * 512)


def throw_it_away_elsewhere(store: Store) -> None:
    assert ended(fork(Store(store.folder).clear)) == 0


@pytest.mark.parametrize("fate", [delete_it, delete_all, overwrite_it, throw_it_away_elsewhere])
@pytest.mark.parametrize("opened", [True, False], ids=["in use", "at the start"])
def test_what_stood_under_a_lost_index_is_gone_after_the_next_change(
    store: Store, fate: Fate, opened: bool
) -> None:
    keep(store, "Ferry", "page:1")
    mine = store if opened else Store(store.folder)
    fate(store)
    mine.forget(["page:1"])
    assert mine.find(FERRY) is None
    assert files_of(mine) == []


@pytest.mark.parametrize("fate", [delete_it, delete_all, overwrite_it, throw_it_away_elsewhere])
def test_pages_are_kept_again_under_a_new_index(store: Store, fate: Fate) -> None:
    keep(store, "Ferry", "page:1")
    fate(store)
    store.forget(["page:9"])
    assert keep(store, "Ferry, late", "page:1")
    assert words_of(store.find(FERRY)) == "Ferry, late"
    assert Store(store.folder).forget(["page:1"]) == [FERRY]


def test_a_page_begun_under_the_old_index_is_not_kept_in_the_new(store: Store) -> None:
    since = store.index.number()
    store.clear()
    assert not store.keep(FERRY, sheet("Ferry", "page:1"), since=since)
    assert files_of(store) == []


def test_a_page_written_while_another_process_throws_the_index_away_does_not_stand(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.files.write

    def write_and_lose(path: str, *args: object, **named: object) -> None:
        throw_it_away_elsewhere(store)
        real(path, *args, **named)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(store.files, "write", write_and_lose)
        assert not keep(store, "Ferry", "page:1")
    assert store.standing(FERRY) is None
    assert keep(store, "Ferry", "page:1")


def test_a_locked_index_costs_the_pages_but_shows_no_old_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, "Ferry", "page:1")
    other = sqlite3.connect(index_file(store), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("broadsheet.edge.store.volume.PATIENCE", 0.1)
    impatient = Store(store.folder)
    impatient.forget(["page:1"])
    assert impatient.find(FERRY) is None
    assert keep(impatient, "Ferry, late", "page:1")
    other.close()


def test_many_who_begin_at_once_share_one_index(store: Store) -> None:
    processes = [fork(keep, Store(store.folder), "Ferry", f"page:{number}") for number in range(8)]
    assert [ended(process) for process in processes] == [0] * 8
    assert len({path.resolve() for path in (store.folder / ".index").glob("current-*")}) == 1
    at = [Address(HOST, f"/story-{number}/") for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda one: keep(store, one.path, "page:1", at=one), at))
    assert set(at) <= set(store.forget(["page:1"]))


def test_a_store_that_is_thrown_away_leaves_nothing(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    keep(store, "Tides", at=TIDES)
    store.forget(["page:1"])
    store.clear()
    assert files_of(store) == []
    assert store.index.count() == 0
