"""Take audio away from everybody at once."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from broadsheet.edge.changes import changed
from broadsheet.narration.listening import NARRATED, audio_tag
from broadsheet.narration.models import Narration, Production
from broadsheet.news.models import Story


@transaction.atomic
def withdraw(story_ids: Collection[int]) -> None:
    """No page leads to the audio of these stories, and its files are gone with the commit. Recordings are kept."""
    if not story_ids:
        return
    Narration.objects.filter(story_id__in=story_ids).update(production=None)
    for production in Production.objects.filter(story_id__in=story_ids):
        production.delete()
    changed({*map(audio_tag, story_ids), NARRATED}, gone=True)


def withdraw_unreadable() -> int:
    """Take away the audio of stories that not everybody may read any more; returns of how many."""
    readable = Story.objects.published().values("pk")
    hidden = Production.objects.exclude(story_id__in=readable).values_list("story_id", flat=True)
    story_ids = set(hidden)
    withdraw(story_ids)
    return len(story_ids)
