"""Have an edition sent at an hour, or not any more."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.newsletters.history import write_history
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.fitness import refuse_unfit

State = Edition.State


def schedule_edition(edition: Edition, *, at: datetime, by: User | None) -> Edition:
    """It goes out at `at` as it stands then; an hour that was set before is replaced.

    Raises `ValidationError` for an hour that has passed, and with everything that keeps it from being sent.
    """
    if at <= timezone.now():
        raise ValidationError({"at": "This hour has passed."})
    refuse_unfit(edition)
    unsent = Edition.objects.filter(pk=edition.pk, state__in=(State.DRAFT, State.SCHEDULED))
    with transaction.atomic():
        if not unsent.update(state=State.SCHEDULED, send_at=at, sent_by=by, held_back=""):
            raise ValidationError("It is being sent already.")
        edition.refresh_from_db()
        write_history(edition, "newsletters.schedule", by=by, at=at.isoformat())
    return edition


def unschedule_edition(edition: Edition, *, by: User | None) -> Edition:
    """It is a draft again. Raises `ValidationError` when it went out meanwhile, or had no hour."""
    scheduled = Edition.objects.filter(pk=edition.pk, state=State.SCHEDULED)
    with transaction.atomic():
        if not scheduled.update(state=State.DRAFT, send_at=None, sent_by=None):
            raise ValidationError("It is not scheduled any more.")
        edition.refresh_from_db()
        write_history(edition, "newsletters.unschedule", by=by)
    return edition
