"""What a podcast names is served as it says: to apps that ask how long a file is, and that take it in parts."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.test import Client

from broadsheet.edge.answering.parts import parts
from tests.edge.asking import Answer, Reader
from tests.factories import Paper, make_production, make_story
from tests.narration.podcast.rules.rule import Feed
from tests.narration.podcast.validator import feed_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]
SAME = {"audio/x-m4a": "audio/mp4"}  # what Apple wants to read in a feed, and what the type is called


async def behind(*_: object) -> None:
    raise AssertionError("Nothing of a podcast is Django's to give out.")


@pytest.fixture
def app() -> Iterator[Reader]:
    """A podcast app."""
    reader = Reader(parts(behind))
    yield reader
    reader.close()


@pytest.fixture
def feed(paper: Paper) -> Feed:
    """One story, narrated."""
    make_production(make_story())
    return feed_of(Client().get("/podcast.xml").content)


def ask(app: Reader, address: str, **asked: str) -> Answer:
    return app.get(urlsplit(address).path, **asked)


def test_an_enclosure_is_as_long_as_the_feed_says_and_comes_in_parts(feed: Feed, app: Reader) -> None:
    enclosure = feed.episodes[0].one("enclosure")
    address, length = enclosure.get("url"), enclosure.get("length")
    head = ask(app, address, method="HEAD")
    assert (head.status, head.headers["content-length"], head.headers["accept-ranges"]) == (
        200,
        length,
        "bytes",
    )
    assert head.headers["content-type"] == SAME[enclosure.get("type")]
    part = ask(app, address, range="bytes=4-7")
    assert (part.status, part.body) == (206, b"ftyp")
    assert part.headers["content-range"] == f"bytes 4-7/{length}"


def test_so_is_the_other_format(feed: Feed, app: Reader) -> None:
    other = feed.episodes[0].one("podcast:alternateEnclosure")
    head = ask(app, other.one("podcast:source").get("uri"), method="HEAD")
    assert (head.headers["content-length"], head.headers["content-type"]) == (
        other.get("length"),
        other.get("type"),
    )


def test_cover_and_transcript_are_there_for_everybody(feed: Feed, app: Reader) -> None:
    cover = ask(app, feed.show.one("itunes:image").get("href"), method="HEAD")
    captions = ask(app, feed.episodes[0].one("podcast:transcript").get("url"))
    assert (cover.status, cover.headers["content-type"]) == (200, "image/png")
    assert captions.headers["content-type"].partition(";")[0] == "text/vtt"
    assert captions.headers["access-control-allow-origin"] == "*"
