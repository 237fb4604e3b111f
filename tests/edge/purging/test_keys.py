"""Tags become keys that are short, stable and safe in any header."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as some

from broadsheet.edge import tags
from broadsheet.edge.purging.keys import ALL, EVERYTHING, MANY, carried, key, to_purge

TAGS = some.sets(some.integers(0, 400).map("page:{}".format), max_size=320)


@given(some.text())
def test_a_key_is_eight_letters_and_figures(tag: str) -> None:
    assert re.fullmatch(r"[a-z2-7]{8}", key(tag))


def test_a_key_never_changes() -> None:
    # Pages that a CDN keeps carry yesterday's.
    assert key("page:12") == "zlaxwh3c"


def test_keys_of_a_large_archive_are_almost_all_different() -> None:
    assert len({key(f"page:{number}") for number in range(50_000)}) >= 49_999


@given(shown=TAGS, changed=TAGS)
def test_a_page_that_shows_a_change_carries_a_key_that_is_purged(shown: set[str], changed: set[str]) -> None:
    purged = {one for keys in to_purge(changed, 256) for one in keys}
    page = set(carried(shown, " ").split())
    assert bool(page & purged) == bool(shown & changed) or not shown


def test_with_every_change_goes_what_shows_too_much() -> None:
    assert list(to_purge({"page:1"}, 256)) == [[key("page:1"), MANY]]


def test_everything_is_one_key_that_every_page_carries() -> None:
    assert EVERYTHING == tags.EVERYTHING
    assert list(to_purge({EVERYTHING, "page:1"}, 256)) == [[ALL, MANY]]
    for shown in ([], ["page:1"], [f"page:{number}" for number in range(5_000)]):
        assert ALL in carried(shown, " ").split()


def test_where_nothing_has_changed_nothing_is_purged() -> None:
    assert list(to_purge(set(), 256)) == []
