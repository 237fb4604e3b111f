"""Items in a list, with the place in the log up to which the list knows all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Subquery
from django.utils import timezone

from broadsheet.edge.tags import tag_of
from broadsheet.pages.links import resolved
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.querysets import WireItemQuerySet


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page shows; an open page asks the stream for what came after `last`."""

    items: list[WireItem]
    last: int

    @property
    def linked(self) -> set[str]:
        """Tags of the stories and sections that the items link."""
        return {tag_of(page) for item in self.items for page in (item.story, item.section) if page}

    @property
    def days(self) -> list[tuple[date, list[WireItem]]]:
        """The items by the newsroom's day."""
        groups = groupby(self.items, key=lambda item: timezone.localdate(item.posted_at))
        return [(day, list(items)) for day, items in groups]


def listed(items: WireItemQuerySet, *, most: int | None = None) -> Listing:
    """The first of `items`, ready to be shown, in one query."""
    wanted = with_log(items)[:most]
    found = listing_of(wanted)
    if found.items:
        return found
    last = WireEvent.objects.last_id()  # before the list is asked for once more
    return Listing(with_links(list(wanted.all())), last)


def with_log(items: WireItemQuerySet) -> WireItemQuerySet:
    """`items` with the end of the log.

    They are read by one statement, so that nothing can happen between the two: what the list does not show has a
    higher number.
    """
    end = Subquery(WireEvent.objects.order_by("-pk").values("pk")[:1])
    return items.for_reading().annotate(log_end=end)


def listing_of(found: Iterable[Any]) -> Listing:
    """What `with_log` has found."""
    items = list(found)
    return Listing(with_links(items), (items[0].log_end if items else 0) or 0)


def with_links(items: list[WireItem]) -> list[WireItem]:
    """The items, loaded by `for_reading`, with what everybody may see of the pages that they link."""
    for item, body in zip(items, resolved(item.body for item in items), strict=True):
        loaded: Any = item
        loaded.shown_body = body
        loaded.shown_section = item.section if loaded.has_open_section else None
        loaded.shown_story = item.story if loaded.has_open_story else None
    return items
