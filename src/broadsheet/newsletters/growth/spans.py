"""Days and weeks by the newsroom's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.db.models import Min
from django.utils import timezone

from broadsheet.newsletters.models import Newsletter

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_WEEKS = 1_000

# What the page offers, by what stands in its address.
CHOICES = {"90": "90 days", "365": "One year", "all": "All the time"}
DEFAULT = "90"


@dataclass(frozen=True, slots=True)
class Span:
    """Stretches of one length, one after the other; the last is the one that goes on."""

    first: date
    last: date  # the day on which the last stretch begins
    length: timedelta

    @property
    def days(self) -> list[date]:
        """On which each begins."""
        count = (self.last - self.first) // self.length + 1
        return [self.first + number * self.length for number in range(count)]

    @property
    def bounds(self) -> list[tuple[datetime, datetime]]:
        """From when, and until before when, each lasts; a day has 23 hours where the clocks go forward."""
        starts = [_midnight(day) for day in [*self.days, self.last + self.length]]
        return list(pairwise(starts))

    @property
    def is_by_day(self) -> bool:
        return self.length == DAY


def span_of(choice: str, newsletter: Newsletter) -> Span:
    """Days for 90 days; weeks, from Monday, for what is longer."""
    today = timezone.localdate()
    if choice == "90":
        return Span(today - 89 * DAY, today, DAY)
    monday = today - timedelta(days=today.weekday())
    weeks = 52 if choice == "365" else _weeks_since(_beginning(newsletter), monday)
    return Span(monday - weeks * WEEK, monday, WEEK)


def _beginning(newsletter: Newsletter) -> date:
    first = newsletter.subscriptions.aggregate(first=Min("confirmed_at"))["first"]
    return timezone.localdate(first or newsletter.created_at)


def _weeks_since(day: date, monday: date) -> int:
    return max(4, min(MOST_WEEKS, -((day - monday) // WEEK)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())
