"""Send an edition to everybody who has asked for its newsletter."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.mail import BadHeaderError, EmailMessage
from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.actions.start_dispatch import start_dispatch
from broadsheet.edge.changes import changed
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.history import write_history
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rendering import letter_of
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.newsletters.sending.fingerprint import fingerprint_of
from broadsheet.newsletters.sending.fitness import refuse_unfit
from broadsheet.newsletters.slugs import free_slug
from broadsheet.newsletters.tasks import freeze_audience

logger = logging.getLogger(__name__)


class ChangedError(ValidationError):
    """Somebody changed its words or its hour while it was being made ready. A retry helps."""


def send_edition(edition: Edition, *, by: User | None, now: datetime | None = None) -> Edition:
    """Begin to send the edition as it stands. Pressed twice, it is sent once: the second finds it under way.

    Raises `ValidationError` with everything that keeps it from being sent; then nothing has changed.
    """
    if edition.is_fixed:
        return edition
    now = now or timezone.now()
    _give_address(edition)
    seen = fingerprint_of(edition.pk)
    ready = Edition.objects.select_related("newsletter__host").get(pk=edition.pk)
    refuse_unfit(ready)
    # Before the database is held: a picture may have to be cut.
    filled = fill(ready, now)
    letter = _letter(ready, filled, now)
    with transaction.atomic():
        if not _claim(edition, filled, by=by, now=now):
            return _under_way(edition)
        if fingerprint_of(edition.pk) != seen:
            raise ChangedError(
                "It was changed while it was being made ready. Look at it again, then send it."
            )
        return _begin(edition, letter, by=by)


def _give_address(edition: Edition) -> None:
    """The form gives one; what was made in another way may have none, and its letter leads there."""
    without = Edition.objects.filter(pk=edition.pk, slug="")
    if without.exists():
        without.update(slug=free_slug(edition))


def _letter(edition: Edition, filled: dict[str, Any], now: datetime) -> EmailMessage:
    edition.filled = filled
    try:
        return letter_of(edition, now=now)
    except BadHeaderError as error:
        raise ValidationError(str(error)) from error


def _claim(edition: Edition, filled: dict[str, Any], *, by: User | None, now: datetime) -> bool:
    """Take it for sending; False when its state or its hour is not as it was seen any more."""
    seen = Edition.objects.filter(pk=edition.pk, state=edition.state, send_at=edition.send_at)
    sending = {"state": Edition.State.SENDING, "send_at": None, "sent_at": now, "sent_by": by}
    return bool(seen.update(**sending, held_back="", filled=filled))


def _under_way(edition: Edition) -> Edition:
    standing = Edition.objects.get(pk=edition.pk)
    if not standing.is_fixed:
        raise ChangedError("Somebody changed its hour just now. Look at it again, then send it.")
    return standing


def _begin(seen: Edition, letter: EmailMessage, *, by: User | None) -> Edition:
    dispatch = start_dispatch(letter, name=seen.subject)
    Edition.objects.filter(pk=seen.pk).update(dispatch=dispatch)
    edition = Edition.objects.select_related("dispatch").get(pk=seen.pk)
    write_history(edition, "newsletters.send", by=by)
    if edition.in_archive:
        changed([archive_of(edition.newsletter_id)])
    # Should the process die before it is queued, the clock sees that nobody writes the audience down.
    transaction.on_commit(partial(freeze_audience.enqueue, edition.pk))
    logger.info("Sending %s", edition, extra={"event": "edition_sending", "edition": edition.pk})
    return edition
