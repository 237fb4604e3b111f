"""Forget audio that nobody hears any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from broadsheet.narration.models import Production, Segment

RETIRED = timedelta(days=1)  # those who began to listen may end
UNUSED = timedelta(days=90)
AT_ONCE = 500


def tidy(now: datetime | None = None) -> int:
    """Delete what was replaced a day ago, and sentences that no story has said for a season; returns how many."""
    now = now or timezone.now()
    retired = Production.objects.filter(retired_at__lt=now - RETIRED, heard_in=None)
    unused = Segment.objects.filter(used_at__lt=now - UNUSED)
    gone = [*retired[:AT_ONCE], *unused[:AT_ONCE]]
    for thing in gone:
        thing.delete()
    return len(gone)
