"""Days of the newsroom, and those on which something was posted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from broadsheet.edge.recording import note, note_loosely, note_until
from broadsheet.wire.freshness import NEWEST, of_day
from broadsheet.wire.models import WireItem
from broadsheet.wire.newsroom_time import A_DAY, start_of

MOST_BETWEEN = 40  # days without an item that a page keeps an eye on


def today() -> date:
    """The newsroom's day; a page that goes by it is right until midnight."""
    day = timezone.localdate()
    note_until(start_of(day + A_DAY))
    return day


def path_of(day: date) -> str:
    """The address of the day's page, without the host."""
    return reverse("wire:day", args=[f"{day:%Y}", f"{day:%m}", f"{day:%d}"])


def day_before(day: date) -> date | None:
    """The last day before it on which something was posted."""
    earlier = WireItem.objects.visible().filter(posted_at__lt=start_of(day)).newest()
    found = _day_of(earlier.values_list("posted_at", flat=True).first())
    if found is None:
        note_loosely(NEWEST)  # something may be posted late, with an earlier time
        return None
    _note_between(found, day)
    note_loosely(of_day(found))
    return found


def day_after(day: date) -> date | None:
    """The first day after it on which something was posted."""
    later = WireItem.objects.visible().filter(posted_at__gte=start_of(day + A_DAY))
    found = _day_of(later.order_by("posted_at").values_list("posted_at", flat=True).first())
    if found is None:
        note(NEWEST)  # the next item that is posted may begin a day
        return None
    _note_between(day, found)
    note_loosely(of_day(found))
    return found


def last_days(before: date, *, most: int) -> Iterator[date]:
    """The days before it on which something was posted, the newest first."""
    day = day_before(before)
    while day and most:
        yield day
        most -= 1
        day = day_before(day) if most else None


def _note_between(early: date, late: date) -> None:
    days = min((late - early).days, MOST_BETWEEN)
    note(*(of_day(late - A_DAY * back) for back in range(1, days)))


def _day_of(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
