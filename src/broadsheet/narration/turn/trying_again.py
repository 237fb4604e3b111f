"""What failed is tried again with growing pauses; then editors are told what is wrong."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone

from broadsheet.narration.models import Narration
from broadsheet.narration.turn.claiming import end

logger = logging.getLogger(__name__)

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 3600))
LONGEST_REASON = 300


def try_again(narration: Narration, reason: str) -> None:
    """Wait for the next turn, or give up after the last pause."""
    if narration.attempts >= len(PAUSES):
        give_up(narration, reason)
        return
    pause = PAUSES[narration.attempts]
    now = timezone.now()
    held = Narration.objects.held_by(narration.worker).filter(pk=narration.pk)
    held.update(
        state="queued",
        reason=reason[:LONGEST_REASON],
        attempts=narration.attempts + 1,
        due_at=now + pause,
        changed_at=now,
        worker="",
        leased_until=None,
    )
    logger.warning(
        "Story %s was not voiced: %s; trying again in %.0f s",
        narration.story_id,
        reason,
        pause.total_seconds(),
        extra={"event": "narration_waits", "story": narration.story_id},
    )


def give_up(narration: Narration, reason: str) -> None:
    """Say what is wrong, and leave it to an editor. What listeners have stays."""
    end(narration, Narration.State.FAILED, reason=reason[:LONGEST_REASON])
    logger.error(
        "Story %s was not voiced: %s",
        narration.story_id,
        reason,
        extra={"event": "narration_failed", "story": narration.story_id},
    )
