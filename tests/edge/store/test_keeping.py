"""A page is kept whole, in every encoding, unless what it shows has changed meanwhile."""

from __future__ import annotations

import os
import stat
import time

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, files_of, keep, sheet, words_of


def test_a_page_is_found_as_it_was_kept(store: Store) -> None:
    assert keep(store, "Ferry returns", "page:1")
    assert words_of(store.find(FERRY)) == "Ferry returns"


def test_a_server_in_front_finds_it_under_its_address(store: Store) -> None:
    keep(store, "Ferry returns")
    folder = store.folder / HOST / "harbour" / "ferry"
    assert sorted(path.name for path in folder.iterdir()) == [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "index.html.json",
    ]


def test_a_feed_stands_beside_its_section(store: Store) -> None:
    keep(store, "<rss/>", at=Address(HOST, "/harbour/feed.xml"))
    assert (store.folder / HOST / "harbour" / "feed.xml").read_text() == "<rss/>"


def test_another_server_may_read_it_even_under_a_strict_umask(store: Store) -> None:
    before = os.umask(0o077)
    try:
        keep(store, "Ferry returns")
    finally:
        os.umask(before)
    page = store.folder / HOST / "harbour" / "ferry" / "index.html"
    folders = [folder for folder in page.parents if folder.is_relative_to(store.folder)]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o755}
    assert {stat.S_IMODE(file.stat().st_mode) for file in page.parent.iterdir()} == {0o644}


def test_nobody_else_may_read_the_index(store: Store) -> None:
    keep(store, "Ferry returns")
    assert stat.S_IMODE((store.folder / ".index").stat().st_mode) == 0o700


def test_what_changed_while_it_was_made_is_not_kept(store: Store) -> None:
    since = store.index.number()
    store.forget(["page:1"])
    assert not store.keep(FERRY, sheet("Ferry returns", "page:1"), since=since)
    assert store.find(FERRY) is None


def test_what_else_changed_does_not_matter(store: Store) -> None:
    since = store.index.number()
    store.forget(["page:2"])
    assert store.keep(FERRY, sheet("Ferry returns", "page:1"), since=since)


def test_a_page_begun_earlier_does_not_replace_one_that_was_kept_meanwhile(store: Store) -> None:
    since, before = store.index.number(), store.standing(FERRY)
    keep(store, "Ferry returns, late", "page:1")
    assert not store.keep(FERRY, sheet("Ferry returns", "page:1"), since=since, before=before)
    assert words_of(store.find(FERRY)) == "Ferry returns, late"


def test_a_page_whose_time_is_over_is_not_found(store: Store) -> None:
    keep(store, "Gale today", until=time.time() - 1)
    assert store.find(FERRY) is None


def test_a_page_whose_time_is_over_is_taken_away(store: Store) -> None:
    keep(store, "Gale today", until=time.time() - 1)
    keep(store, "Tides", at=Address(HOST, "/tides/"), until=time.time() + 60)
    assert store.expire() == 1
    assert store.standing(FERRY) is None
    assert words_of(store.last(FERRY)) == "Gale today"


def test_every_version_has_a_later_second_than_the_one_before(store: Store) -> None:
    seconds = []
    for number in range(5):
        keep(store, f"Version {number}", "page:1")
        mark = store.standing(FERRY)
        assert mark is not None
        seconds.append(mark[0] // 1_000_000_000)
    assert seconds == sorted(set(seconds))


@pytest.mark.parametrize("how", ["forgotten", "gone", "dropped"])
def test_a_page_made_anew_at_once_cannot_be_taken_for_the_one_before(store: Store, how: str) -> None:
    seen = []
    for number in range(20):
        keep(store, f"Version {number}", "page:1")
        mark = store.standing(FERRY)
        assert mark is not None
        seen.append(mark[0] // 1_000_000_000)
        if how == "dropped":
            store.drop(FERRY)
        else:
            store.forget(["page:1"], gone=how == "gone")
    assert seen == sorted(set(seen))


def test_nothing_unfinished_is_left(store: Store) -> None:
    for number in range(5):
        keep(store, f"Version {number}", "page:1")
    assert len(files_of(store)) == 4


def test_a_page_that_somebody_has_damaged_is_not_found(store: Store) -> None:
    keep(store, "Ferry returns")
    (store.folder / HOST / "harbour" / "ferry" / "index.html").write_text("Ferry sinks!!")
    assert store.find(FERRY) is None
    assert keep(store, "Ferry returns")
    assert words_of(store.find(FERRY)) == "Ferry returns"
