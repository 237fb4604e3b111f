"""The hour of an edition: what was scheduled goes out by itself."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from broadsheet.newsletters.actions.send_edition import ChangedError, send_edition
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.telling import tell_editors

logger = logging.getLogger(__name__)

TRIES = 3
PAUSE = timedelta(minutes=1)
TOO_LATE = timedelta(hours=12)  # after that its news is old, and a person decides


class Hours:
    """Sends what is due; what cannot be sent goes back to its editors and holds up no other."""

    def __init__(self) -> None:
        self._failed: dict[int, list[datetime]] = {}

    def send_due(self, now: datetime | None = None) -> int:
        """Begin with every edition whose hour has come; returns how many were begun.

        Raises the database's own error when it is away.
        """
        now = now or timezone.now()
        due = list(Edition.objects.due(now).select_related("newsletter", "sent_by").order_by("send_at", "pk"))
        self._failed = {pk: tries for pk, tries in self._failed.items() if pk in {one.pk for one in due}}
        return sum(self._send(edition, now) for edition in due)

    def _send(self, edition: Edition, now: datetime) -> bool:
        tries = self._failed.get(edition.pk, [])
        if tries and now < tries[-1] + PAUSE:
            return False
        try:
            if edition.send_at and now - edition.send_at > TOO_LATE:
                raise ValidationError("Its hour had passed long before: no worker was running.")
            send_edition(edition, by=edition.sent_by, now=now)
        except ChangedError:
            return False  # somebody is writing this very moment: the next tick takes what they have written
        except ValidationError as refused:
            hold_back(edition, refused.messages)
            return False
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:  # whatever a block's own code raises
            self._note(edition, error, now)
            return False
        return True

    def _note(self, edition: Edition, error: Exception, now: datetime) -> None:
        """Try again in a minute; after some tries it is for a person."""
        tries = self._failed.setdefault(edition.pk, [])
        tries.append(now)
        extra = {"event": "edition_failed", "edition": edition.pk}
        logger.error("Could not send %s", edition, exc_info=error, extra=extra)
        if len(tries) >= TRIES:
            hold_back(edition, [f"It could not be made: {type(error).__name__}. The log says more."])


def hold_back(edition: Edition, reasons: list[str]) -> bool:
    """Make it a draft again and tell its editors why; False when somebody had changed its hour meanwhile."""
    why = " ".join(reasons)[:500]
    with transaction.atomic():
        scheduled = Edition.objects.filter(
            pk=edition.pk, state=Edition.State.SCHEDULED, send_at=edition.send_at
        )
        if not scheduled.update(state=Edition.State.DRAFT, send_at=None, held_back=why):
            return False
        tell_editors(
            edition,
            subject=f"Not sent: {edition.subject}",
            paragraphs=["This edition did not go out at its hour. It is a draft again.", *reasons],
        )
    logger.warning("Held back: %s", edition, extra={"event": "edition_held_back", "edition": edition.pk})
    return True
