"""Decide whether a story is read aloud at all."""

from __future__ import annotations

from django.db import transaction

from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.actions.withdraw import withdraw
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story


@transaction.atomic
def set_wanted(story: Story, *, wanted: bool) -> None:
    """Without audio from now on, files included, or with it again."""
    narration = Narration.objects.get_or_create(story=story)[0]
    Narration.objects.filter(pk=narration.pk).update(is_wanted=wanted)
    if not wanted:
        withdraw([story.pk])
    ask_for_audio(story, priority=AT_ONCE)
