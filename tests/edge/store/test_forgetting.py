"""Exactly what shows a tag is forgotten; what is gone leaves no copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from broadsheet.edge.tags import EVERYTHING
from tests.edge.store.sheets import FERRY, HOST, files_of, keep, words_of

TIDES = Address(HOST, "/tides/")


def test_exactly_what_shows_it_is_forgotten(store: Store) -> None:
    keep(store, "Ferry", "page:1", "page:2")
    keep(store, "Tides", "page:3", at=TIDES)
    assert store.forget(["page:2"]) == [FERRY]
    assert store.find(FERRY) is None
    assert words_of(store.find(TIDES)) == "Tides"


def test_what_a_page_no_longer_shows_does_not_touch_it(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    keep(store, "Ferry, late", "page:2")
    assert store.forget(["page:1"]) == []
    assert store.forget(["page:2"]) == [FERRY]


def test_everything_can_be_forgotten(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    keep(store, "Tides", at=TIDES)
    assert set(store.forget([EVERYTHING])) == {FERRY, TIDES}


def test_the_last_copy_of_what_is_forgotten_remains(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    store.forget(["page:1"])
    assert words_of(store.last(FERRY)) == "Ferry"


def test_the_last_copy_is_the_latest(store: Store) -> None:
    for words in ("Ferry", "Ferry, late", "Ferry, later"):
        keep(store, words, "page:1")
        store.forget(["page:1"])
    assert words_of(store.last(FERRY)) == "Ferry, later"


def test_a_page_that_stands_again_has_no_other_copy(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    store.forget(["page:1"])
    keep(store, "Ferry, late", "page:1")
    assert len(files_of(store)) == 4


@pytest.mark.parametrize("forgotten_before", [False, True])
def test_what_is_gone_leaves_no_copy(store: Store, forgotten_before: bool) -> None:
    keep(store, "Ferry", "page:1")
    if forgotten_before:
        store.forget(["page:1"])
    assert store.forget(["page:1"], gone=True) == [FERRY]
    assert store.last(FERRY) is None
    assert files_of(store) == []


def test_what_is_dropped_leaves_no_copy(store: Store) -> None:
    keep(store, "Ferry", "page:1")
    store.drop(FERRY)
    assert files_of(store) == []
    assert store.index.count() == 0


def test_the_second_page_of_a_list_is_forgotten_by_itself(store: Store) -> None:
    keep(store, "First", "page:1", at=TIDES)
    keep(store, "Second", "page:2", at=Address(HOST, "/tides/", 2))
    store.forget(["page:2"], gone=True)
    assert words_of(store.find(TIDES)) == "First"


def test_what_is_kept_of_the_past_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadsheet.edge.store.index.REMEMBERED", 0.0)
    for number in range(300):
        keep(store, f"Version {number}", "page:1", f"news.author:{number}")
        store.forget(["page:1"])
    db = store.index.connection()
    rows = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("page", "shows")}  # noqa: S608
    assert rows == {"page": 1, "shows": 2}
    assert db.execute("SELECT count(*) FROM forgotten").fetchone()[0] <= 2


def test_a_page_that_cannot_be_taken_away_keeps_no_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, "Ferry", "page:1")
    keep(store, "Tides", "page:1", at=TIDES)
    real = os.rename

    def refuse(source: str, target: str | Path) -> None:
        if "ferry" in str(source):
            raise PermissionError
        real(source, target)

    def refuse_too(path: str) -> None:
        raise PermissionError

    with monkeypatch.context() as stuck:
        stuck.setattr(os, "rename", refuse)
        stuck.setattr(os, "unlink", refuse_too)
        with pytest.raises(PermissionError):
            store.forget(["page:1"])
    assert store.find(TIDES) is None
    assert store.forget(["page:1"]) == [FERRY]  # once it can be
