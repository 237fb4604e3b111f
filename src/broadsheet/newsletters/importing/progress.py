"""Tells how far an import is, in the database, to whoever watches, and hears from there when it is to stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from broadsheet.newsletters.models import Intake

# Told in which step it is, and how far, from 0 to 1.
Listener = Callable[[str, float], None]
PULSE = 2.0  # seconds between two signs of life while a file is read


class OvertakenError(Exception):
    """Somebody stopped this import, or another process goes on with it."""


class Pulse:
    """Notes in the database that somebody reads the file."""

    def __init__(self, intake: Intake) -> None:
        self._intake, self._last = intake, time.monotonic()

    def __call__(self, *_: Any) -> None:
        if time.monotonic() - self._last < PULSE:
            return
        self._last = time.monotonic()
        move_on(self._intake)


def move_on(intake: Intake, *, to: str = "", written: int | None = None, **changes: Any) -> None:
    """Note what has changed, and that somebody is at work. Raises `OvertakenError` where they are no longer to be.

    `written` moves the mark of what is written down, if it still stands where this process has left it.
    """
    rows = Intake.objects.filter(pk=intake.pk, state__in=Intake.UNDER_WAY, written=intake.written)
    changes |= {"seen_at": timezone.now()} | ({"state": to} if to else {})
    if written is not None:
        changes["written"] = written
    if not rows.update(**changes):
        raise OvertakenError
    for name, value in changes.items():
        setattr(intake, name, value)


def end(intake: Intake, *, state: str, reason: str = "") -> None:
    """Note that it is over; nothing where somebody else has."""
    with transaction.atomic():
        rows = Intake.objects.filter(pk=intake.pk, state__in=Intake.UNDER_WAY)
        rows.update(state=state, reason=reason[:500], ended_at=timezone.now())
    intake.refresh_from_db()
