"""The News Feed as RSS 2.0 and as JSON Feed 1.1 (jsonfeed.org/version/1.1).

A corrected item says so; a retracted one stays, without its words, so that readers of feeds learn of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import clean, plain
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.feeds.generator import PaperFeed
from broadsheet.wire.models import WireItem

TTL = 5  # minutes
LONGEST_SUMMARY = 300  # characters
_OWN = re.compile(r'\bhref="(/[^"]*)"')


def as_rss(items: Iterable[WireItem], newsroom: Newsroom) -> str:
    """The items as RSS, with what happened to each."""
    feed = PaperFeed(
        title=_title(newsroom),
        link=public(reverse("wire:today")),
        description=newsroom.description or newsroom.name,
        language=settings.LANGUAGE_CODE,
        feed_url=public(reverse("wire:feed")),
        ttl=TTL,
    )
    shown = list(items)
    return feed.text(map(_rss_item, shown), changed_at=changed_at(shown))


def as_json_feed(items: Iterable[WireItem], newsroom: Newsroom) -> dict[str, Any]:
    """The items as a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(newsroom),
        "home_page_url": public(reverse("wire:today")),
        "feed_url": public(reverse("wire:json_feed")),
        "description": newsroom.description or newsroom.name,
        "language": settings.LANGUAGE_CODE,
        "authors": [{"name": newsroom.name, "url": public("/")}],
        "items": [_json_item(item) for item in items],
    }


def changed_at(items: Iterable[WireItem]) -> datetime | None:
    """When the newest of them was posted, corrected or retracted."""
    return max(map(_changed_at, items), default=None)


def title_of(item: WireItem) -> str:
    """The headline, with what became of the item."""
    if item.is_retracted:
        return f"Retracted: an item of {timezone.localtime(item.posted_at):%H:%M}"
    return f"Corrected: {item.headline}" if item.is_corrected else item.headline


def html_of(item: WireItem) -> str:
    """Everything that readers see of the item, with whole addresses."""
    if item.is_retracted:
        return format_html("<p><strong>Retracted:</strong> {}</p>", item.retraction_reason)
    parts = [_body(item)]
    if item.sources:
        parts.append(format_html("<p>Source: {}</p>", item.sources))
    if item.shown_story:
        story = item.shown_story
        parts.append(format_html('<p><a href="{}">{}</a></p>', address_of(story), story.headline))
    if item.is_corrected:
        parts.append(format_html("<p><strong>Corrected:</strong> {}</p>", item.correction_note))
    return "\n".join(part for part in parts if part)


def _title(newsroom: Newsroom) -> str:
    return f"{newsroom.name}: News Feed"


def _body(item: WireItem) -> SafeString:
    markup = clean(expand_db_html(item.shown_body))
    return mark_safe(_OWN.sub(lambda found: f'href="{public(found[1])}"', markup))  # noqa: S308  # cleaned


def _rss_item(item: WireItem) -> dict[str, Any]:
    content = html_of(item)
    words = content if item.is_retracted else item.shown_body
    return {
        "title": title_of(item),
        "link": address_of(item),
        "description": cut(plain(words), length=LONGEST_SUMMARY) or item.headline,
        "unique_id": _id(item),
        "unique_id_is_permalink": False,
        "pubdate": item.posted_at,
        "updateddate": _changed_at(item),
        "categories": _categories(item),
        "author_names": [],
        "content": content,
        "picture": None,
    }


def _json_item(item: WireItem) -> dict[str, Any]:
    return {
        "id": _id(item),
        "url": address_of(item),
        "title": title_of(item),
        "content_html": html_of(item) or format_html("<p>{}</p>", item.headline),
        "date_published": _time(item.posted_at),
        "date_modified": _time(_changed_at(item)),
        "tags": _categories(item),
    }


def _categories(item: WireItem) -> list[str]:
    section = [item.shown_section.title] if item.shown_section else []
    return [*section, *(topic.name for topic in item.topics.all())]


def _id(item: WireItem) -> str:
    """The item's own and not its address, so that an item is not news again when the paper moves."""
    return f"urn:broadsheet:wire:{item.pk}"


def _changed_at(item: WireItem) -> datetime:
    return max(moment for moment in (item.posted_at, item.corrected_at, item.retracted_at) if moment)


def _time(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
