"""What a page shows loosely may change without its being forgotten; the store knows that it is overdue."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from broadsheet.edge.tags import EVERYTHING
from tests.edge.store.sheets import FERRY, HOST, files_of, keep, sheet, words_of

TIDES = Address(HOST, "/tides/")


def overdue(store: Store, *, older_than: float = 0.0, most: int = 100) -> list[Address]:
    return store.overdue(older_than=older_than, most=most)


def test_a_page_is_not_forgotten_when_what_it_shows_loosely_changes(store: Store) -> None:
    keep(store, "Ferry", "page:1", loose=["wire"])
    assert overdue(store) == []
    assert store.forget(["wire"]) == []
    assert words_of(store.find(FERRY)) == "Ferry"
    assert overdue(store) == [FERRY]


def test_what_a_page_shows_strictly_forgets_it_as_ever(store: Store) -> None:
    keep(store, "Ferry", "page:1", loose=["wire"])
    assert store.forget(["wire", "page:1"]) == [FERRY]
    assert store.find(FERRY) is None
    assert overdue(store) == []


def test_everything_is_everything(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    assert store.forget([EVERYTHING]) == [FERRY]


def test_one_tag_may_be_loose_on_one_page_and_strict_on_another(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    keep(store, "Tides", "wire", at=TIDES)
    assert store.forget(["wire"]) == [TIDES]
    assert overdue(store) == [FERRY]


def test_a_page_that_is_made_anew_is_not_overdue(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    store.forget(["wire"])
    assert keep(store, "Ferry, late", loose=["wire"])
    assert overdue(store) == []


def test_a_page_is_overdue_for_what_changed_while_it_was_made(store: Store) -> None:
    since = store.index.number()
    store.forget(["wire"])
    assert store.keep(FERRY, sheet("Ferry", loose=["wire"]), since=since)
    assert overdue(store) == [FERRY]


def test_what_a_page_no_longer_shows_makes_it_not_overdue(store: Store) -> None:
    keep(store, "Ferry", loose=["wire", "tides"])
    keep(store, "Ferry, late", loose=["wire"])
    store.forget(["tides"])
    assert overdue(store) == []


def test_a_page_that_was_just_made_may_wait(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    store.forget(["wire"])
    assert overdue(store, older_than=30) == []


def test_the_oldest_come_first_and_no_more_than_are_wanted(store: Store) -> None:
    pages = [Address(HOST, f"/story-{number}/") for number in (3, 1, 2)]
    for at in pages:
        keep(store, "Story", loose=["wire"], at=at)
        store.forget(["something else"])
    store.forget(["wire"])
    assert overdue(store) == pages
    assert overdue(store, most=2) == pages[:2]


def test_a_change_of_what_many_show_loosely_writes_no_more_than_of_what_one_does(store: Store) -> None:
    def rows_of_a_change() -> int:
        db = store.index.connection()
        before = db.total_changes
        store.forget(["wire"])
        return db.total_changes - before

    keep(store, "Ferry", loose=["wire"])
    by_one = rows_of_a_change()
    for number in range(40):
        keep(store, "Story", loose=["wire"], at=Address(HOST, f"/story-{number}/"))
    assert rows_of_a_change() == by_one < 8


def test_what_is_gone_leaves_no_copy_where_it_was_shown_loosely(store: Store) -> None:
    keep(store, "Ferry", "page:1", loose=["wire.item:5"])
    keep(store, "Tides", loose=["wire.item:5"], at=TIDES)
    store.forget(["page:1"])
    assert set(store.forget(["wire.item:5"], gone=True)) == {FERRY, TIDES}
    assert files_of(store) == []


def test_a_page_is_not_kept_when_what_it_shows_loosely_is_gone_meanwhile(store: Store) -> None:
    since = store.index.number()
    store.forget(["wire.item:5"], gone=True)
    assert not store.keep(FERRY, sheet("Ferry", loose=["wire.item:5"]), since=since)


def test_what_no_page_shows_loosely_is_remembered_for_a_while_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.edge.store.index.REMEMBERED", -1.0)
    keep(store, "Ferry", loose=["wire"])
    for number in range(20):
        store.forget(["wire", f"page:{number}"])
    rows = store.index.connection().execute("SELECT tag FROM latest").fetchall()
    assert rows == [("wire",)]
    assert list(store.index.latest()) == ["wire"]


def test_a_page_that_is_let_be_waits_for_the_next_change(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    store.forget(["wire"])
    store.let_be(FERRY)
    assert overdue(store) == []
    store.forget(["wire"])
    assert overdue(store) == [FERRY]


def test_a_page_that_is_known_and_not_there_is_let_be_for_good(store: Store) -> None:
    store.index.expect(FERRY, sheet("Ferry", loose=["wire"]))
    store.forget(["wire"])
    assert overdue(store) == [FERRY]
    store.let_be(FERRY)
    store.forget(["wire"])
    assert overdue(store) == []


def test_the_sheet_that_is_found_knows_what_it_shows_loosely(store: Store) -> None:
    keep(store, "Ferry", loose=["wire"])
    found = store.find(FERRY)
    assert found is not None
    assert found.loose == {"wire"}
    assert found.since == store.index.number()


def test_a_page_that_could_not_be_replaced_still_ends_when_it_should(store: Store) -> None:
    keep(store, "Gale today", "page:1", until=1.0)
    since = store.index.number()
    store.forget(["page:2"])
    assert not store.keep(FERRY, sheet("Gale", "page:2"), since=since, before=store.standing(FERRY))
    assert store.expire() == 1


def test_two_machines_go_by_their_own_numbers(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other" / "pages")
    for one in (store, other):
        keep(one, "Ferry", loose=["wire"])
    store.forget(["wire"])
    assert (overdue(store), overdue(other)) == ([FERRY], [])
    other.forget(["wire"])
    assert overdue(other) == [FERRY]
