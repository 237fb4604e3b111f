"""The day on which a page is read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django import template
from django.utils import timezone

from broadsheet.edge.recording import note_until

register = template.Library()


@register.simple_tag
def today() -> date:
    """The newsroom's day; a page that shows it is right until midnight."""
    day = timezone.localdate()
    midnight = datetime.combine(day + timedelta(days=1), time())
    note_until(timezone.make_aware(midnight))
    return day
