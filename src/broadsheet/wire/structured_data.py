"""What search engines are told of the News Feed, as JSON-LD (schema.org/LiveBlogPosting)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import plain
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.structured_data import LONGEST_HEADLINE, Thing, organisation
from broadsheet.wire.calendar import path_of
from broadsheet.wire.models import WireItem
from broadsheet.wire.newsroom_time import A_DAY, start_of


def live_blog(items: Iterable[WireItem], newsroom: Newsroom, *, day: date, path: str) -> Thing:
    """A day of the feed. Coverage lasts as long as the day; what was retracted is not told."""
    standing = [item for item in items if not item.is_retracted]
    start, end = start_of(day), start_of(day + A_DAY) - timedelta(seconds=1)
    changes = [moment for item in standing for moment in (item.posted_at, item.corrected_at) if moment]
    return {
        "@type": "LiveBlogPosting",
        "@id": f"{public(path)}#feed",
        "headline": f"{newsroom.name}: News Feed, {date_format(day, 'j F Y')}",
        "url": public(path),
        "mainEntityOfPage": public(path),
        "datePublished": _time(start),
        "dateModified": _time(max(changes, default=start)),
        "coverageStartTime": _time(start),
        "coverageEndTime": _time(end),
        "author": organisation(newsroom),
        "publisher": {"@id": organisation(newsroom)["@id"]},
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
        "liveBlogUpdate": [_update(item) for item in standing],
    }


def article(item: WireItem, newsroom: Newsroom) -> Thing:
    """An item on its own page."""
    feed = public(path_of(timezone.localdate(item.posted_at)))
    about = [topic.name for topic in item.topics.all()]
    more = {
        "mainEntityOfPage": address_of(item),
        "author": organisation(newsroom),
        "publisher": {"@id": organisation(newsroom)["@id"]},
        "articleSection": item.shown_section.title if item.shown_section else "",
        "keywords": about,
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
        "isPartOf": {"@id": f"{feed}#feed"},
    }
    return _update(item) | {"@type": "NewsArticle"} | {name: value for name, value in more.items() if value}


def _update(item: WireItem) -> Thing:
    update: Thing = {
        "@type": "BlogPosting",
        "@id": f"{address_of(item)}#item",
        "headline": cut(item.headline, length=LONGEST_HEADLINE),
        "articleBody": plain(item.shown_body) or item.headline,
        "url": address_of(item),
        "datePublished": _time(item.posted_at),
        "dateModified": _time(item.corrected_at or item.posted_at),
    }
    if item.is_corrected:
        update["correction"] = [_correction(item)]
    return update


def _correction(item: WireItem) -> dict[str, Any]:
    return {
        "@type": "CorrectionComment",
        "text": item.correction_note,
        "datePublished": _time(item.corrected_at),
    }


def _time(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
