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


def words_of(moment: Moment) -> str:
    """The moment in full, by the newsroom's clock and calendar."""
    return _formatted(moment, "j M Y, H:i" if isinstance(moment, datetime) else "j M Y")


def short_words_of(moment: Moment, *, among: float) -> str:
    """The moment as briefly as it differs from others within `among` seconds: a phone shows four side by side."""
    if isinstance(moment, datetime) and among <= 5 * _DAY:
        return _formatted(moment, "H:i" if among <= 1.25 * _DAY else "D H:i")
    return _formatted(moment, "j M" if among < 300 * _DAY else "M Y")


def _formatted(moment: Moment, how: str) -> str:
    is_aware = isinstance(moment, datetime) and timezone.is_aware(moment)
    return formats.date_format(timezone.localtime(moment) if is_aware else moment, how)  # type: ignore[arg-type]


def number_words(number: Number) -> str:
    """12345 as “12,345”; a fraction to two places at most."""
    words = f"{number:,}" if isinstance(number, int) else f"{number:,.2f}".rstrip("0").rstrip(".")
    return words.replace("-", "−")
