"""Podcasting 2.0 (github.com/Podcastindex-org/podcast-namespace, docs/1.0.md)."""

from __future__ import annotations

from uuid import UUID

from tests.narration.podcast.rules.apple import MAIL
from tests.narration.podcast.rules.rss import LANGUAGE, is_address, is_count
from tests.narration.podcast.rules.rule import Feed, Rules

PODCASTING = Rules("Podcasting 2.0")
TRANSCRIPTS = {"text/plain", "text/html", "text/vtt", "application/json", "application/x-subrip"}
MEDIA = {
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "publisher",
    "course",
    "mixed",
}
LONGEST_NAME, LONGEST_TITLE = 128, 32


@PODCASTING.rule
def the_show_has_a_guid(feed: Feed) -> bool:
    return [_is_uuid_5(found.words()) for found in feed.show.all("podcast:guid")] == [True]


@PODCASTING.rule
def a_lock_is_open_or_shut(feed: Feed) -> bool:
    return [found.words() in ("yes", "no") for found in feed.show.all("podcast:locked")] == [True]


@PODCASTING.rule
def the_owner_of_a_lock_has_an_address(feed: Feed) -> bool:
    owners = (found.get("owner") for found in feed.show.all("podcast:locked"))
    return all(not owner or MAIL.fullmatch(owner) for owner in owners)


@PODCASTING.rule
def the_medium_is_known(feed: Feed) -> bool:
    return all(found.words() in MEDIA for found in feed.show.all("podcast:medium"))


@PODCASTING.rule
def a_transcript_has_an_address_and_a_type(feed: Feed) -> bool:
    return all(
        is_address(found.get("url")) and found.get("type") in TRANSCRIPTS
        for found in feed.everywhere("podcast:transcript")
    )


@PODCASTING.rule
def a_language_is_a_code(feed: Feed) -> bool:
    codes = [found.get("language") for found in feed.everywhere("podcast:transcript")]
    codes += [found.get("lang") for found in feed.everywhere("podcast:alternateEnclosure")]
    return all(not code or LANGUAGE.fullmatch(code) for code in codes)


@PODCASTING.rule
def a_person_has_a_name_that_is_not_too_long(feed: Feed) -> bool:
    return all(0 < len(found.words()) <= LONGEST_NAME for found in feed.everywhere("podcast:person"))


@PODCASTING.rule
def a_person_is_found_at_an_address(feed: Feed) -> bool:
    links = (found.get("href") for found in feed.everywhere("podcast:person"))
    return all(not link or is_address(link) for link in links)


@PODCASTING.rule
def an_alternate_enclosure_has_a_source(feed: Feed) -> bool:
    return all(
        found.all("podcast:source") and all(is_address(one.get("uri")) for one in found.all("podcast:source"))
        for found in feed.everywhere("podcast:alternateEnclosure")
    )


@PODCASTING.rule
def an_alternate_enclosure_says_its_type_and_length(feed: Feed) -> bool:
    return all(
        "/" in found.get("type") and ";" not in found.get("type") and is_count(found.get("length"))
        for found in feed.everywhere("podcast:alternateEnclosure")
    )


def _is_uuid_5(text: str) -> bool:
    try:
        return UUID(text).version == 5 and len(text) == 36
    except ValueError:
        return False
