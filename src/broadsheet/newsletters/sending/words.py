"""Numbers and hours in words, as the desk tells them."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from django.utils.formats import date_format

from broadsheet.wire.newsroom_time import newsroom_time


def readers(count: int) -> str:
    """“1 reader”, “12,345 readers”."""
    return f"{count:,} reader{'' if count == 1 else 's'}"


def hour_in_words(moment: datetime) -> str:
    """When, by the newsroom's clock: at the desk an editor's own zone is in force otherwise."""
    return date_format(newsroom_time(moment), "l, j F Y, H:i")


def left_in_words(seconds: float | None) -> str:
    """How long it will take, no more exactly than it is known; nothing where it is not."""
    if seconds is None or not math.isfinite(seconds):
        return ""
    if seconds < 45:
        return "less than a minute left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} minute{'' if minutes == 1 else 's'} left"
    if minutes >= 24 * 60:
        days = round(minutes / (24 * 60))
        return f"about {days} day{'' if days == 1 else 's'} left"
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    words = f"{hours} hour{'' if hours == 1 else 's'}"
    return f"about {words} {rest} minutes left" if rest and hours < 6 else f"about {words} left"


def rate_in_words(rate: float) -> str:
    """How many messages a second, or a minute where that is slow; nothing while none go out."""
    if rate >= 10:
        return f"{rate:,.0f} a second"
    return f"{rate * 60:,.0f} a minute" if rate * 60 >= 1 else ""


def span_in_words(span: timedelta) -> str:
    """How long it took: “42 seconds”, “4 minutes”, “1 hour 5 minutes”."""
    seconds = max(1, round(span.total_seconds()))
    if seconds < 90:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    hours, minutes = divmod(round(seconds / 60), 60)
    words = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    words += [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
    return " ".join(words)
