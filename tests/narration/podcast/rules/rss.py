"""RSS 2.0 (rssboard.org/rss-specification), and the RSS Advisory Board's best practices."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from tests.narration.podcast.rules.rule import Feed, Rules

RSS = Rules("RSS 2.0")
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


@RSS.rule
def it_is_one_channel_of_version_2_0(feed: Feed) -> bool:
    return (feed.root.name, feed.root.get("version"), len(feed.root.all("channel"))) == ("rss", "2.0", 1)


@RSS.rule
def the_channel_has_one_title(feed: Feed) -> bool:
    return [bool(found.words()) for found in feed.show.all("title")] == [True]


@RSS.rule
def the_channel_has_one_link(feed: Feed) -> bool:
    return [is_address(found.words()) for found in feed.show.all("link")] == [True]


@RSS.rule
def the_channel_has_one_description(feed: Feed) -> bool:
    return [bool(found.words()) for found in feed.show.all("description")] == [True]


@RSS.rule
def the_language_is_a_code(feed: Feed) -> bool:
    return LANGUAGE.fullmatch(feed.show.words("language")) is not None


@RSS.rule
def dates_are_as_in_mail(feed: Feed) -> bool:
    dates = [*feed.everywhere("pubDate"), *feed.show.all("lastBuildDate")]
    return all(is_date(date.words()) for date in dates)


@RSS.rule
def the_time_to_live_is_in_minutes(feed: Feed) -> bool:
    return all(found.words().isdigit() for found in feed.show.all("ttl"))


@RSS.rule
def the_feed_says_where_it_stands(feed: Feed) -> bool:
    return [is_address(link.get("href")) for link in feed.show.all("atom:link[@rel='self']")] == [True]


@RSS.rule
def an_item_has_each_element_once(feed: Feed) -> bool:
    names = ("title", "link", "guid", "pubDate", "description", "enclosure", "content:encoded")
    return all(len(item.all(name)) == 1 for item in feed.episodes for name in names)


@RSS.rule
def an_item_links_to_a_page(feed: Feed) -> bool:
    return all(is_address(item.words("link")) for item in feed.episodes)


@RSS.rule
def no_two_items_have_the_same_id(feed: Feed) -> bool:
    ids = [item.words("guid") for item in feed.episodes]
    return all(ids) and len(ids) == len(set(ids))


@RSS.rule
def an_id_that_is_no_address_says_so(feed: Feed) -> bool:
    guids = (item.one("guid") for item in feed.episodes)
    return all(guid and (guid.get("isPermaLink") == "false" or is_address(guid.words())) for guid in guids)


@RSS.rule
def an_enclosure_has_an_address_a_length_and_a_type(feed: Feed) -> bool:
    return all(
        is_address(found.get("url")) and is_count(found.get("length")) and "/" in found.get("type")
        for found in feed.everywhere("enclosure")
    )


def is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


def is_count(text: str) -> bool:
    return text.isdigit() and int(text) > 0


def is_date(text: str) -> bool:
    try:
        return parsedate_to_datetime(text).tzinfo is not None
    except ValueError:
        return False
