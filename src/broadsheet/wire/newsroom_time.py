"""The newsroom's clock. At the desk an editor's own zone is in force, and an item's day is not for it to say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

A_DAY = timedelta(days=1)


def newsroom_time(moment: datetime | None = None) -> datetime:
    """`moment`, or now, by the newsroom's clock."""
    return timezone.localtime(moment, timezone.get_default_timezone())


def start_of(day: date) -> datetime:
    """Midnight before the newsroom's day."""
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())
