"""What is plotted: numbers at moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import formats, timezone

Moment = date  # a datetime is one too: days for sums of days, moments for what was counted at one
Number = int | float

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a plot. `points` are in order of time; `is_area` fills what is below the line."""

    name: str
    points: Sequence[tuple[Moment, Number]]
    is_area: bool = False


def seconds_of(moment: Moment) -> float:
    """Where a moment stands in time; a day stands at its beginning."""
    return moment.timestamp() if isinstance(moment, datetime) else float(moment.toordinal() * _DAY)


def words_of(moment: Moment, *, with_year: bool = True) -> str:
    """The moment as the newsroom's clock and calendar tell it."""
    day = "j M Y" if with_year else "j M"
    if isinstance(moment, datetime):
        local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
        return formats.date_format(local, f"{day}, H:i")
    return formats.date_format(moment, day)


def number_words(number: Number) -> str:
    """12345 as “12,345”; a fraction to two places at most."""
    words = f"{number:,}" if isinstance(number, int) else f"{number:,.2f}".rstrip("0").rstrip(".")
    return words.replace("-", "−")
