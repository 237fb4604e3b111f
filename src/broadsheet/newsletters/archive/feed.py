"""A newsletter's editions as RSS 2.0, each in full."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.newsletters.rendering.parts import parts_of
from broadsheet.newsletters.rendering.standing import still_standing
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.feeds.generator import PaperFeed

TTL = 60  # minutes


def as_rss(newsletter: Newsletter, editions: Iterable[Edition], newsroom: Newsroom) -> str:
    """The editions as RSS."""
    feed = PaperFeed(
        title=f"{newsroom.name}: {newsletter.name}",
        link=address_of(newsletter),
        description=newsletter.promise,
        language=settings.LANGUAGE_CODE,
        feed_url=public(reverse("newsletters:feed", args=[newsletter.slug])),
        ttl=TTL,
    )
    shown = list(editions)
    return feed.text(map(_item, shown), changed_at=changed_at(shown))


def changed_at(editions: Iterable[Edition]) -> datetime | None:
    """When the newest of them was sent."""
    return max((edition.sent_at for edition in editions if edition.sent_at), default=None)


def _item(edition: Edition) -> dict[str, Any]:
    host = edition.newsletter.host
    return {
        "title": edition.subject,
        "link": address_of(edition),
        "description": edition.preview_text or edition.newsletter.promise,
        "unique_id": f"urn:broadsheet:edition:{edition.pk}",
        "unique_id_is_permalink": False,
        "pubdate": edition.sent_at,
        "updateddate": edition.sent_at,
        "categories": [],
        "author_names": [host.name] if host else [],
        "content": html_of(edition),
        "picture": None,
    }


def html_of(edition: Edition) -> str:
    """Everything that it shows, as plain HTML with whole addresses."""
    parts = parts_of(edition, still_standing(edition.filled or {}))
    return render_to_string("newsletters/archive/feed_item.html", {"parts": parts}).strip()
