"""`broadsheet forget` has every page made anew."""

from __future__ import annotations

from pathlib import Path

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.store import Store
from tests.cli.newsroom import broadsheet

FRONT = Address("paper.test", "/")


def keep_one(home: Path) -> Store:
    """Put a page into the store of the newsroom."""
    store = Store(home / "pages")
    assert store.keep(FRONT, Sheet.of(b"words", status=200, headers=()), since=store.index.number())
    return store


def test_a_last_good_copy_stays_for_an_outage(home: Path) -> None:
    store = keep_one(home)
    done = broadsheet("--home", home, "forget")
    assert (done.returncode, done.stderr) == (0, "")
    assert store.find(FRONT) is None
    assert store.last(FRONT) is not None


def test_none_stays_if_none_may(home: Path) -> None:
    store = keep_one(home)
    assert broadsheet("--home", home, "forget", "--gone").returncode == 0
    assert store.last(FRONT) is None


def test_where_nothing_is_kept_there_is_nothing_to_forget(home: Path) -> None:
    done = broadsheet("--home", home, "forget", given={"BROADSHEET_PAGE_STORE": "no"})
    assert done.returncode == 1
    assert "No pages are kept" in done.stderr
