"""Reads feeds and sitemaps as strictly as their specifications are written."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from defusedxml.ElementTree import fromstring
from django.test import Client

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read_xml(address: str, client: Client | None = None) -> Any:
    """The parsed answer; a parser that refuses entities and what XML forbids reads it."""
    response = (client or Client()).get(address)
    assert response.status_code == 200, address
    return fromstring(response.content)


def read_feed(address: str) -> Any:
    """The channel of a feed, after every rule of RSS 2.0 and Media RSS that can be checked was."""
    root = read_xml(address)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    for name in ("title", "link", "description"):
        assert len(channel.findall(name)) == 1, name
        assert channel.findtext(name)
    parsedate_to_datetime(channel.findtext("lastBuildDate"))
    assert self_link(channel).endswith(address)
    for item in channel.findall("item"):
        _check_item(item)
    return channel


def self_link(channel: Any) -> str:
    """The feed's own address."""
    link = channel.find("atom:link", NAMESPACES)
    assert link.get("rel") == "self"
    return str(link.get("href"))


def _check_item(item: Any) -> None:
    assert item.findtext("title") or item.findtext("description")
    for name in ("title", "link", "guid", "pubDate", "description", "enclosure"):
        assert len(item.findall(name)) <= 1, name
    _check_address(item.findtext("link"))
    parsedate_to_datetime(item.findtext("pubDate"))
    guid = item.find("guid")
    if guid.get("isPermaLink") != "false":
        _check_address(guid.text)
    for enclosure in item.findall("enclosure"):
        _check_address(enclosure.get("url"))
        assert int(enclosure.get("length")) > 0
        assert enclosure.get("type") == "image/jpeg"
    for media in item.findall("media:content", NAMESPACES):
        _check_address(media.get("url"))
        assert media.get("medium") == "image"
        assert int(media.get("fileSize")) > 0
        assert int(media.get("width")) > 0


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https"), address
    assert parts.netloc, address


def texts(element: Any, path: str) -> list[str]:
    """The words of every element at `path`."""
    return [found.text or "" for found in element.findall(path, NAMESPACES)]
