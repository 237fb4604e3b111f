"""Take a narration upon oneself: no two workers ever voice the same story."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from broadsheet.narration.making.errors import ClaimLostError
from broadsheet.narration.models import Narration

LEASE = timedelta(minutes=5)  # the longest step without a sign of life encodes an hour
LOOK_AT = 5  # that others may be about to claim, too


def claim(worker: str, *, now: datetime | None = None) -> Narration | None:
    """The next narration for this worker; None where nothing is due."""
    now = now or timezone.now()
    for pk in Narration.objects.due(now).in_turn().values_list("pk", flat=True)[:LOOK_AT]:
        taken = Narration.objects.filter(pk=pk).due(now)
        if taken.update(state="voicing", worker=worker, leased_until=now + LEASE, lines=0, lines_done=0):
            held = Narration.objects.select_related("story", "production", "recorded_by")
            return held.filter(worker=worker).get(pk=pk)
    return None


def show_progress(narration: Narration, *, done: int, lines: int) -> None:
    """Say how far it is, and that the worker lives. Raises `ClaimLostError` when another has it."""
    held = Narration.objects.held_by(narration.worker).filter(pk=narration.pk)
    now = timezone.now()
    if not held.update(lines=lines, lines_done=done, leased_until=now + LEASE, changed_at=now):
        raise ClaimLostError


def end(narration: Narration, state: str, *, reason: str = "") -> None:
    """It is done with. What was asked meanwhile is next in turn."""
    held = Narration.objects.held_by(narration.worker).filter(pk=narration.pk)
    ended = {"worker": "", "leased_until": None, "changed_at": timezone.now()}
    with transaction.atomic():
        if not held.filter(asked=narration.asked).update(state=state, reason=reason, attempts=0, **ended):
            held.update(state="queued", reason="", attempts=0, due_at=timezone.now(), **ended)


def hand_back(workers: Collection[str]) -> int:
    """What these workers, which are gone, had begun is due again; returns how many."""
    begun = Narration.objects.filter(state="voicing", worker__in=list(workers))
    return begun.update(state="queued", worker="", leased_until=None, due_at=timezone.now())
