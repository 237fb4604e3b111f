"""The News Feed for machines: RSS, JSON Feed, and what open pages ask for where no stream comes through."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.conditional import answer
from broadsheet.wire.feeds import as_json_feed, as_rss, changed_at
from broadsheet.wire.freshness import NEWEST
from broadsheet.wire.listing import Listing, listed
from broadsheet.wire.models import WireItem
from broadsheet.wire.payload import banner_payload, item_payload

IN_FEED = 50
IN_LATEST = 30


@require_safe
def rss(request: HttpRequest) -> HttpResponseBase:
    """The newest items as RSS 2.0."""
    items = _newest(IN_FEED, with_topics=True).items
    text = as_rss(items, Newsroom.for_request(request))
    return answer(request, text, content_type="application/rss+xml", changed_at=changed_at(items))


@require_safe
def json_feed(request: HttpRequest) -> HttpResponseBase:
    """The newest items as JSON Feed 1.1."""
    items = _newest(IN_FEED, with_topics=True).items
    text = _json(as_json_feed(items, Newsroom.for_request(request)))
    return answer(request, text, content_type="application/feed+json", changed_at=changed_at(items))


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """The newest items as the stream sends them, with the place in the log up to which they are complete."""
    # Before the banner: should it change in between, the stream tells of it.
    listing = _newest(IN_LATEST)
    content = {
        "last": listing.last,
        "items": [item_payload(item) for item in listing.items],
        "banner": banner_payload(),
    }
    return answer(request, _json(content), content_type="application/json", fresh_for=0)


def _newest(most: int, *, with_topics: bool = False) -> Listing:
    note(NEWEST)
    items = WireItem.objects.visible().newest()
    return listed(items.prefetch_related("topics") if with_topics else items, most=most)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
