"""The files that a feed names are there, and are what it says of them; asked only where there are files."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from tests.narration.podcast.rules.rule import Element, Feed, Rules

FILES = Rules("what is at the addresses")
SMALLEST, LARGEST = 1_400, 3_000  # pixels a side, by Apple


@FILES.rule
def the_cover_is_a_square_of_1400_to_3000_pixels(feed: Feed) -> bool:
    return all(_is_cover(_at(feed, image.get("href"))) for image in feed.show.all("itunes:image"))


@FILES.rule
def an_enclosure_is_as_long_as_it_says(feed: Feed) -> bool:
    return all(_is_long(feed, found, found.get("url")) for found in feed.everywhere("enclosure"))


@FILES.rule
def an_enclosure_holds_an_m4a(feed: Feed) -> bool:
    return all(_at(feed, found.get("url"))[4:8] == b"ftyp" for found in feed.everywhere("enclosure"))


@FILES.rule
def an_alternate_enclosure_is_as_long_as_it_says(feed: Feed) -> bool:
    return all(
        _is_long(feed, found, source.get("uri"))
        for found in feed.everywhere("podcast:alternateEnclosure")
        for source in found.all("podcast:source")
    )


@FILES.rule
def an_alternate_enclosure_holds_opus(feed: Feed) -> bool:
    sources = feed.everywhere("podcast:alternateEnclosure/podcast:source")
    begin = [_at(feed, source.get("uri"))[:80] for source in sources]
    return all(head.startswith(b"OggS") and b"OpusHead" in head for head in begin)


@FILES.rule
def a_transcript_is_a_webvtt(feed: Feed) -> bool:
    found = feed.everywhere("podcast:transcript[@type='text/vtt']")
    return all(_at(feed, transcript.get("url")).startswith(b"WEBVTT") for transcript in found)


def _at(feed: Feed, address: str) -> bytes:
    assert feed.file is not None
    return feed.file(address)


def _is_long(feed: Feed, found: Element, address: str) -> bool:
    return str(len(_at(feed, address))) == found.get("length")


def _is_cover(content: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(content)) as image:
            square = image.width == image.height and SMALLEST <= image.width <= LARGEST
            return square and image.format in ("JPEG", "PNG") and image.mode == "RGB"
    except UnidentifiedImageError:
        return False
