"""The words of a round-up: its title, and its day."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.formats import date_format

from broadsheet.kit.excerpt import cut
from broadsheet.wire.newsroom_time import newsroom_time

LONGEST_TITLE = 255  # what a page's title holds
PLACES = "{name} is the series, {top} the most important item, {date} the day"
_PLACE = re.compile(r"\{(name|top|date)\}")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


def checked_pattern(pattern: str) -> None:
    """Raises `ValidationError` for a pattern of titles that asks for what there is not."""
    unknown = _BRACES.search(_PLACE.sub("", pattern))
    if unknown:
        raise ValidationError(f"“{unknown[0]}” stands for nothing: {PLACES}.")
    if not pattern.strip():
        raise ValidationError(f"Write what the titles are made of: {PLACES}.")


def title_of(pattern: str, *, name: str, top: str, day: date) -> str:
    """The title of a round-up; only the pattern's own places are filled, never what an item's words look like."""
    words = {"name": name, "top": top, "date": day_in_words(day)}
    return cut(_PLACE.sub(lambda place: words[place[1]], pattern), length=LONGEST_TITLE) or name


def day_in_words(day: date) -> str:
    """“November 23”, in the paper's language whatever an editor's own is."""
    with translation.override(settings.LANGUAGE_CODE):
        return date_format(day, "F j")


def heading_of(day: date | None) -> str:
    """What stands over a day's key developments; a draft may lack the day."""
    return f"Key developments on {day_in_words(day)}:" if day else "Key developments:"


def time_in_words(moment: datetime, *, day: date | None) -> str:
    """“14:20” on `day` itself, else “November 24, 14:20”, by the newsroom's clock."""
    local = newsroom_time(moment)
    hour = f"{local:%H:%M}"
    return hour if local.date() == day else f"{day_in_words(local.date())}, {hour}"
