"""Puts a production in the place of the one before it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from broadsheet.edge.changes import changed
from broadsheet.narration.listening import NARRATED, audio_tag
from broadsheet.narration.making.errors import ClaimLostError
from broadsheet.narration.models import Narration, Production


@transaction.atomic
def publish(made: Production, narration: Narration) -> None:
    """From this commit on listeners get `made`; the one before stays a day for those who listen to it now.

    Raises `ClaimLostError` when somebody else does this narration by now, or the story may not be heard any more.
    """
    made.save()
    held = Narration.objects.held_by(narration.worker).filter(pk=narration.pk, is_wanted=True)
    if not held.update(production=made):
        raise ClaimLostError
    retire(narration.production)
    say_so(narration.story_id)


def retire(production: Production | None) -> None:
    """Nobody new gets this one."""
    if production is not None:
        Production.objects.filter(pk=production.pk).update(retired_at=timezone.now())


def say_so(story_id: int) -> None:
    """What shows the story's audio is old now, and so is every list of what can be heard."""
    changed({audio_tag(story_id), NARRATED})
