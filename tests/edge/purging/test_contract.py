"""What every purger does, whatever stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from broadsheet.edge.purging import PurgeError
from tests.edge.purging.worlds import WORLDS, World, world

HARBOUR = "https://paper.example/harbour/"
FERRY = "https://paper.example/harbour/ferry/"


@pytest.fixture(params=[*WORLDS, "memory"])
def cdn(request: pytest.FixtureRequest) -> Iterator[World]:
    """A CDN that keeps Harbour, which shows pages 12 and 13, and the ferry, which shows page 12."""
    with world(request.param) as made:
        made.keep(HARBOUR, "page:12", "page:13", "below:7")
        made.keep(FERRY, "page:12")
        yield made


def purge(cdn: World, *tags: str, addresses: tuple[str, ...]) -> None:
    cdn.purger.purge(tags=frozenset(tags), addresses=frozenset(addresses))


def test_what_shows_a_change_is_forgotten_and_nothing_else(cdn: World) -> None:
    purge(cdn, "page:13", addresses=(HARBOUR,))
    assert list(cdn.cdn.pages) == [FERRY]


def test_every_page_that_shows_a_change_is_forgotten(cdn: World) -> None:
    purge(cdn, "page:12", addresses=(HARBOUR, FERRY))
    assert cdn.cdn.pages == {}


def test_a_page_that_shows_more_than_a_header_holds_goes_with_any_change(cdn: World) -> None:
    archive = "https://paper.example/archive/"
    cdn.keep(archive, *(f"page:{number}" for number in range(5_000)))
    purge(cdn, "news.author:3", addresses=(archive,))
    assert sorted(cdn.cdn.pages) == [HARBOUR, FERRY]


def test_a_page_that_says_nothing_of_what_it_shows_goes_with_any_change(cdn: World) -> None:
    about = "https://paper.example/about/"
    cdn.keep(about)
    purge(cdn, "news.author:3", addresses=(about,))
    assert about not in cdn.cdn.pages


def test_a_thousand_changes_at_once_are_all_purged(cdn: World) -> None:
    pages = [f"https://paper.example/{number}/" for number in range(1_000)]
    for number, page in enumerate(pages):
        cdn.keep(page, f"news.author:{number}")
    purge(cdn, *(f"news.author:{number}" for number in range(1_000)), addresses=tuple(pages))
    assert sorted(cdn.cdn.pages) == [HARBOUR, FERRY]


def test_everything_is_forgotten_at_once(cdn: World) -> None:
    purge(cdn, "*", addresses=(HARBOUR, FERRY))
    assert cdn.cdn.pages == {}


def test_what_is_not_kept_is_purged_all_the_same(cdn: World) -> None:
    purge(cdn, "page:99", addresses=("https://paper.example/nowhere/",))
    assert sorted(cdn.cdn.pages) == [HARBOUR, FERRY]


def test_it_may_be_purged_twice(cdn: World) -> None:
    purge(cdn, "page:12", addresses=(HARBOUR, FERRY))
    purge(cdn, "page:12", addresses=(HARBOUR, FERRY))
    assert cdn.cdn.pages == {}


def test_one_that_is_away_says_that_a_retry_helps(cdn: World) -> None:
    cdn.fail()
    with pytest.raises(PurgeError) as raised:
        purge(cdn, "page:12", addresses=(FERRY,))
    assert raised.value.retry_helps


def test_one_that_refuses_says_that_no_retry_helps(cdn: World) -> None:
    cdn.refuse()
    with pytest.raises(PurgeError) as raised:
        purge(cdn, "page:12", addresses=(FERRY,))
    assert not raised.value.retry_helps


def test_an_error_and_a_name_give_no_token_away(cdn: World) -> None:
    cdn.refuse()
    with pytest.raises(PurgeError) as raised:
        purge(cdn, "page:12", addresses=(FERRY,))
    assert "token" not in f"{raised.value} {cdn.purger.name}"


def test_what_a_page_carries_fits_through_any_server(cdn: World) -> None:
    headers = cdn.purger.response_headers(f"news.author:{number}" for number in range(332))
    assert max(len(f"{name}: {value}") for name, value in headers.items()) <= 3_100


def test_what_a_page_carries_is_stable(cdn: World) -> None:
    headers = cdn.purger.response_headers
    assert headers(["stories", "page:1"]) == headers(["page:1", "stories", "page:1"])
