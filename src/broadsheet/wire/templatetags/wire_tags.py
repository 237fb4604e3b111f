"""The News Feed on other pages: its column, and the banner over all of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from broadsheet.edge.recording import note_loosely, unnoted
from broadsheet.edge.tags import tag_of
from broadsheet.syndication.structured_data import script
from broadsheet.wire import structured_data
from broadsheet.wire.calendar import path_of
from broadsheet.wire.freshness import NEWEST
from broadsheet.wire.listing import listing_of, with_log
from broadsheet.wire.models import WireItem
from broadsheet.wire.payload import banner_payload

IN_COLUMN = 12

register = template.Library()


@register.simple_tag
def news_feed() -> SafeString:
    """The column of the newest items, for pages that may show it a minute old; nothing before there are any.

    What is retracted is not shown for a minute more: by its own tag the page is taken away at once.
    """
    note_loosely(NEWEST)
    with unnoted():
        listing = listing_of(with_log(WireItem.objects.visible().newest())[:IN_COLUMN])
    note_loosely(*listing.linked, *map(tag_of, listing.items))
    if not listing.items:
        return SafeString()
    return render_to_string("wire/components/column.html", {"listing": listing, "most": IN_COLUMN})


@register.inclusion_tag("wire/components/banner_place.html")
def breaking_banner(*, ask: bool = True) -> dict[str, object]:
    """Breaking news over the page, if there is any; `ask=False` where the database may be away."""
    return {"banner": banner_payload() if ask else None}


@register.filter
def is_same_day(moment: datetime, other: datetime) -> bool:
    """Whether both lie on one day of the newsroom."""
    return timezone.localdate(moment) == timezone.localdate(other)


@register.filter(expects_localtime=True)
def machine_time(moment: datetime) -> str:
    """The moment as HTML has it: with three digits of a second, by which open pages sort."""
    return moment.isoformat(timespec="milliseconds")


@register.filter
def day_path(day: date | datetime) -> str:
    """The address of the day's page."""
    return path_of(timezone.localdate(day) if isinstance(day, datetime) else day)


@register.simple_tag(takes_context=True)
def live_blog_data(context: Context, items: list[Any], day: date, path: str) -> SafeString:
    """JSON-LD of a day's items."""
    return script([structured_data.live_blog(items, context["newsroom"], day=day, path=path)])


@register.simple_tag(takes_context=True)
def item_data(context: Context, item: WireItem) -> SafeString:
    """JSON-LD of an item's own page; nothing of one that was retracted."""
    return script([] if item.is_retracted else [structured_data.article(item, context["newsroom"])])
