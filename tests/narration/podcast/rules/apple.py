"""What Apple asks of a podcast (podcasters.apple.com, “A Podcaster's Guide to RSS” and “Artwork requirements”)."""

from __future__ import annotations

import re
from posixpath import splitext
from urllib.parse import urlsplit

from tests.narration.podcast.rules.rss import is_address
from tests.narration.podcast.rules.rule import Feed, Rules

APPLE = Rules("Apple Podcasts")
LONGEST_DESCRIPTION = 4_000  # bytes
DURATION = re.compile(r"[1-9]\d*|\d+(:[0-5]\d){1,2}")
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
TYPES = {
    ".m4a": "audio/x-m4a", ".mp3": "audio/mpeg", ".mov": "video/quicktime", ".mp4": "video/mp4",
    ".m4v": "video/x-m4v", ".pdf": "application/pdf",
}  # fmt: skip
CATEGORIES = {
    "Arts": {"Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"},
    "Business": {"Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"},
    "Government": set(),
    "History": set(),
    "News": {
        "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News",
        "Tech News",
    },
    "Science": {
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences",
        "Nature", "Physics", "Social Sciences",
    },
    "Society & Culture": {
        "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships",
    },
    "Sports": {
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby",
        "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling",
    },
    "Technology": set(),
}  # fmt: skip


@APPLE.rule
def the_show_has_a_cover(feed: Feed) -> bool:
    return [is_address(image.get("href")) for image in feed.show.all("itunes:image")] == [True]


@APPLE.rule
def the_category_is_one_of_apples(feed: Feed) -> bool:
    found = feed.show.all("itunes:category")
    known = all(category.get("text") in CATEGORIES for category in found)
    return (
        bool(found)
        and known
        and all(
            within.get("text") in CATEGORIES[category.get("text")]
            for category in found
            for within in category.all("itunes:category")
        )
    )


@APPLE.rule
def show_and_episodes_say_whether_they_are_explicit(feed: Feed) -> bool:
    return all(
        [found.words() for found in part.all("itunes:explicit")] in (["true"], ["false"])
        for part in (feed.show, *feed.episodes)
    )


@APPLE.rule
def the_show_says_who_makes_it(feed: Feed) -> bool:
    return bool(feed.show.words("itunes:author"))


@APPLE.rule
def the_order_of_episodes_is_told(feed: Feed) -> bool:
    return feed.show.words("itunes:type") in ("episodic", "serial")


@APPLE.rule
def an_owner_can_be_reached(feed: Feed) -> bool:
    return all(MAIL.fullmatch(mail.words()) for mail in feed.show.all("itunes:owner/itunes:email"))


@APPLE.rule
def descriptions_are_not_too_long(feed: Feed) -> bool:
    found = [*feed.everywhere("description"), *feed.everywhere("itunes:summary")]
    return all(len(words.words().encode()) <= LONGEST_DESCRIPTION for words in found)


@APPLE.rule
def titles_have_no_space_around_them(feed: Feed) -> bool:
    titles = [*feed.everywhere("title"), *feed.everywhere("itunes:title")]
    return all(title.words() == title.words().strip() != "" for title in titles)


@APPLE.rule
def an_episode_lasts_some_seconds(feed: Feed) -> bool:
    return all(DURATION.fullmatch(item.words("itunes:duration")) for item in feed.episodes)


@APPLE.rule
def an_episode_is_whole_a_trailer_or_a_bonus(feed: Feed) -> bool:
    return all(item.words("itunes:episodeType") in ("full", "trailer", "bonus") for item in feed.episodes)


@APPLE.rule
def an_enclosure_is_what_its_name_ends_in(feed: Feed) -> bool:
    return all(
        TYPES.get(splitext(urlsplit(found.get("url")).path)[1]) == found.get("type")
        for found in feed.everywhere("enclosure")
    )


@APPLE.rule
def no_two_episodes_have_the_same_enclosure(feed: Feed) -> bool:
    addresses = [found.get("url") for found in feed.everywhere("enclosure")]
    return len(addresses) == len(set(addresses))
