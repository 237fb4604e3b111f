"""Have a name said in the new way wherever it is said."""

from __future__ import annotations

from django.db.models import Q

from broadsheet.narration.actions.ask import SOON, asked
from broadsheet.narration.models import Narration
from broadsheet.narration.querysets import NarrationQuerySet


def narrations_that_hold(term: str, language: str) -> NarrationQuerySet:
    """Stories that are heard in `language` and hold `term`; whether it is really said is seen when they are voiced."""
    own = Q(production__language=language.partition("-")[0])
    return Narration.objects.filter(own, production__words__icontains=term, recording="")


def voice_those_that_hold(term: str, language: str) -> int:
    """Queue them; only sentences that hold the term are voiced anew. Returns how many stories those are."""
    held = list(narrations_that_hold(term, language).values_list("pk", flat=True))
    for narration_id in held:
        asked(narration_id, priority=SOON)
    return len(held)
