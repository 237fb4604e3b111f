"""The lists of the wire by name, and which of them change together with an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from broadsheet.edge.lists import Before, stands_in
from broadsheet.wire.newsroom_time import newsroom_time
from broadsheet.wire.querysets import STANDING

NEWEST = "wire"  # what was posted last: the column, `/wire/`, the feeds
KEY = "wire-key"
BANNER = "wire-banner"  # what stands over every page


def of_day(day: date) -> str:
    """The items of a day of the newsroom."""
    return f"wire-day:{day.isoformat()}"


def of_section(section_id: int) -> str:
    """The items of a section itself, without the sections inside it."""
    return f"wire-of:{section_id}"


def of_series(series_id: int) -> str:
    """The newest round-up of a series."""
    return f"series:{series_id}"


def lists_of_item(item: Any, before: Before) -> Iterator[str]:
    """Every list that the item stands in, or stood in when readers last saw it."""
    now = {name: getattr(item, name) for name in ("state", "posted_at", "section_id", "is_key")}
    for row in (now, before):
        if row and row["state"] != "draft" and row["posted_at"]:
            yield NEWEST
            yield of_day(newsroom_time(row["posted_at"]).date())
            if row["section_id"]:
                yield of_section(row["section_id"])
            if row["is_key"]:
                yield KEY
    if _changes_banner(item, before):
        yield BANNER


def _changes_banner(item: Any, before: Before) -> bool:
    """Whether the item stands in the banner, or did."""
    now = timezone.now()
    was = bool(before and before["state"] in STANDING and _is_after(before["breaking_until"], now))
    return was or item.is_breaking(now)


def _is_after(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment > now


def _lists_of_round_up(round_up: Any, before: Before) -> Iterable[str]:
    yield of_series(round_up.series_id)
    if before:
        yield of_series(before["series_id"])


def _lists_of_story(story: Any, before: Before) -> Iterable[str]:
    """A round-up that is published, taken down or deleted is the latest of its series, or was."""
    series = apps.get_model("wire", "RoundUp").objects.filter(story_id=story.pk)
    yield from (of_series(pk) for pk in series.values_list("series_id", flat=True))


def connect() -> None:
    """Called once, when the app is ready."""
    stands_in(apps.get_model("wire", "WireItem"))(lists_of_item)
    stands_in(apps.get_model("wire", "RoundUp"))(_lists_of_round_up)
    stands_in(apps.get_model("news", "Story"))(_lists_of_story)
