"""Have a worker go on with an import that nobody works on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from broadsheet.newsletters.actions.begin_intake import GONE_AFTER
from broadsheet.newsletters.importing.tasks import carry_on
from broadsheet.newsletters.models import Intake


def is_left_alone(intake: Intake) -> bool:
    """Whether nobody has worked on it for a while: the worker is not running, or something broke."""
    return intake.is_under_way and bool(intake.kept_as) and intake.seen_at < timezone.now() - GONE_AFTER


def resume_intake(intake: Intake) -> bool:
    """Put it into the queue again, where it was left; not while somebody works on it, and once for two who ask."""
    waiting = Intake.objects.filter(pk=intake.pk, seen_at=intake.seen_at, state__in=Intake.UNDER_WAY)
    if not is_left_alone(intake) or not waiting.update(seen_at=timezone.now()):
        return False
    transaction.on_commit(lambda: carry_on.enqueue(intake.pk))
    return True
