"""The newest round-ups of a series that everybody may read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from broadsheet.edge.recording import note_list
from broadsheet.news.models import Story
from broadsheet.wire.freshness import of_series

NEEDED = 2  # the newest, and the one before it for the page of the newest itself


def newest_of(series_ids: Iterable[int]) -> dict[int, list[int]]:
    """Ids of the newest published round-ups of each series, the newest first; one question for all."""
    wanted = list(series_ids)
    if not wanted:
        return {}
    note_list(*map(of_series, wanted))
    place = Window(RowNumber(), partition_by=F("round_up__series"), order_by=F("round_up__day").desc())
    stories = Story.objects.published().filter(round_up__series__in=wanted).annotate(place=place)
    newest = stories.filter(place__lte=NEEDED).order_by("round_up__series", "place")
    found: dict[int, list[int]] = {}
    for series, pk in newest.values_list("round_up__series", "pk"):
        found.setdefault(series, []).append(pk)
    return found
