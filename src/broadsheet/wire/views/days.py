"""The News Feed by the day: today, and each day before."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note
from broadsheet.wire.calendar import day_after, day_before, last_days
from broadsheet.wire.calendar import today as this_day
from broadsheet.wire.freshness import NEWEST, of_day
from broadsheet.wire.listing import Listing, listed, with_links
from broadsheet.wire.models import WireItem

FEW = 10  # items; with fewer today, the day before stands below
MOST_TODAY = 100  # items; the day's own page holds them all
DAYS_BACK = 5
FIRST_YEAR = 1900  # near the first of all, the hours of a day fall out of the calendar


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What was posted today, and the way to earlier days."""
    note(NEWEST)
    day = this_day()
    newest = listed(WireItem.objects.visible().on(day).newest(), most=MOST_TODAY + 1)
    shown = Listing(newest.items[:MOST_TODAY], newest.last)
    before = day_before(day) if len(shown.items) < FEW else None
    context = {
        "day": day,
        "listing": shown,
        "is_cut": len(newest.items) > MOST_TODAY,
        "most": MOST_TODAY,
        "before": before,
        "listing_before": _of(before) if before else None,
        "pinned": _pinned(),
        "days": list(last_days(before or day, most=DAYS_BACK)),
    }
    return render(request, "wire/today.html", context)


@require_safe
def day(request: HttpRequest, **numbers: str) -> HttpResponse:
    """Everything that was posted on one day."""
    try:
        asked = date(**{name: int(number) for name, number in numbers.items()})
    except ValueError:
        return _no_day(request)
    if asked.year < FIRST_YEAR or asked > this_day():
        return _no_day(request, asked)
    note(of_day(asked))
    listing = _of(asked)
    if not listing.items:
        return _no_day(request, asked)
    context = {
        "day": asked,
        "listing": listing,
        "previous": day_before(asked),
        "next": day_after(asked),
    }
    return render(request, "wire/day.html", context)


def _of(day: date) -> Listing:
    return listed(WireItem.objects.visible().on(day).newest())


def _pinned() -> WireItem | None:
    found: list[WireItem] = with_links(list(WireItem.objects.standing().pinned().newest().for_reading()[:1]))
    return found[0] if found else None


def _no_day(request: HttpRequest, day: date | None = None) -> HttpResponse:
    context: dict[str, Any] = {"day": day}
    return render(request, "wire/no_day.html", context, status=404)
