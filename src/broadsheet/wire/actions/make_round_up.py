"""Make a series' round-up of a day: a story's draft, with a line for each key development."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from broadsheet.wire.models import RoundUp, Series
from broadsheet.wire.newsroom_time import newsroom_time
from broadsheet.wire.round_ups.drafting import developments_of, draft_story
from broadsheet.wire.round_ups.words import day_in_words


def make_round_up(
    series: Series, *, day: date | None = None, by: User | None = None, now: datetime | None = None
) -> RoundUp:
    """Draft the round-up of `day` (today, by the newsroom's clock at `now`), or return the one that stands.

    `by` becomes the story's owner, and signs it if they have a byline. Raises `ValidationError` when the day has no
    key developments; then nothing is made.
    """
    day = day or newsroom_time(now).date()
    with transaction.atomic():
        series = (
            Series.objects.select_for_update(of=("self",), no_key=True)
            .select_related("section")
            .get(pk=series.pk)
        )
        standing = RoundUp.objects.filter(series=series, day=day).select_related("story").first()
        if standing is not None:
            return standing
        items = developments_of(series, day)
        if not items:
            where = f" in {series.section.title}" if series.of_section_only else ""
            raise ValidationError(f"No key developments{where} on {day_in_words(day)} yet: nothing was made.")
        return RoundUp.objects.create(series=series, day=day, story=draft_story(series, day, items, by=by))
