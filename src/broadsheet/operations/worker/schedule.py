"""The clock of the newsroom: looks every few seconds at what is due."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError

from broadsheet.operations.actions.keep_appointment import Appointment, appointments_due, keep_appointment

logger = logging.getLogger(__name__)

PAUSE = timedelta(minutes=1)


class Schedule:
    """Keeps appointments; one that fails is tried again after a pause and holds up no other."""

    def __init__(self, *, pause: timedelta = PAUSE) -> None:
        self._pause = pause
        self._retry_at: dict[Appointment, datetime] = {}

    def tick(self, now: datetime) -> int:
        """Do what is due at `now`; returns how many appointments were kept.

        Raises the database's own error when it is away: then nothing can be done, and all is tried again.
        """
        due = appointments_due(now)
        self._retry_at = {one: at for one, at in self._retry_at.items() if one in due}
        return sum(self._keep(one, now) for one in due if self._retry_at.get(one, now) <= now)

    def _keep(self, appointment: Appointment, now: datetime) -> bool:
        try:
            kept = keep_appointment(appointment, now=now)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:  # whatever one page's own code raises must not hold up the others
            self._retry_at[appointment] = now + self._pause
            again = f"trying again in {self._pause.total_seconds():.0f} s"
            logger.error(
                "Could not %s: %s; %s", appointment, repr(error), again, extra={"event": "appointment_failed"}
            )
            return False
        if kept:
            logger.info("Done: %s", appointment, extra={"event": "appointment_kept"})
        return kept
