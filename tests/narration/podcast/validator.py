"""Says which rules of the specifications a podcast feed breaks."""

from __future__ import annotations

from defusedxml.ElementTree import fromstring

from tests.narration.podcast.rules.apple import APPLE
from tests.narration.podcast.rules.files import FILES
from tests.narration.podcast.rules.podcasting import PODCASTING
from tests.narration.podcast.rules.rss import RSS
from tests.narration.podcast.rules.rule import Element, Feed, FileOf

WITHOUT_FILES = (RSS, APPLE, PODCASTING)
EVERY = {name for rules in (*WITHOUT_FILES, FILES) for name in rules.rules}


def feed_of(content: bytes, file: FileOf | None = None) -> Feed:
    """The feed, by a parser that refuses entities and what XML forbids."""
    return Feed(Element(fromstring(content)), file)


def broken_rules(content: bytes, file: FileOf | None = None) -> set[str]:
    """The names of the rules that the feed breaks; with `file`, also those about what is at its addresses."""
    feed = feed_of(content, file)
    every = (*WITHOUT_FILES, FILES) if file else WITHOUT_FILES
    return {name for rules in every for name in rules.broken(feed)}
