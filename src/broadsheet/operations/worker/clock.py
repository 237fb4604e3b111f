"""A thread beside the task worker that keeps the newsroom's time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone

from broadsheet.delivery.actions.forget_old import forget_old
from broadsheet.edge.following import catch_up, expire
from broadsheet.edge.renewing import renew
from broadsheet.edge.spool import take_in
from broadsheet.newsletters.actions.forget_unconfirmed import forget_unconfirmed
from broadsheet.newsletters.sending.hours import Hours
from broadsheet.newsletters.sending.resuming import Resuming
from broadsheet.operations.worker.bounces import BounceWatch
from broadsheet.operations.worker.presence import Presence
from broadsheet.operations.worker.schedule import Schedule
from broadsheet.wire.round_ups.following import follow_missed
from broadsheet.wire.round_ups.hours import keep_hours

logger = logging.getLogger(__name__)

INTERVAL = 5.0  # seconds; the longest that a reader waits for a scheduled story
LAST_WORDS = 30.0  # seconds that a publication under way may take when the worker is told to stop


class Clock(threading.Thread):
    """Ticks until it is stopped; survives a database that is away."""

    def __init__(self, presence: Presence, *, interval: float = INTERVAL) -> None:
        super().__init__(name="clock", daemon=True)
        self._presence = presence
        self._interval = interval
        self._schedule = Schedule()
        self._bounces = BounceWatch()
        # The last one may take a second.
        self._steps: tuple[Callable[[], object], ...] = (
            self._keep_appointments,
            Hours().send_due,
            Resuming().resume,
            keep_hours,
            follow_missed,
            take_in,
            self._bounces.tick,
            forget_old,
            forget_unconfirmed,
            catch_up,
            expire,
            renew,
        )
        self._ended = threading.Event()
        self._database_away = False

    def run(self) -> None:
        """Tick at once, then every few seconds."""
        due = time.monotonic()
        while not self._ended.wait(max(0.0, due - time.monotonic())):
            due = time.monotonic() + self._interval
            self.beat()
        connections.close_all()

    def beat(self) -> None:
        """One tick: do what is due, show that the worker is well."""
        close_old_connections()
        try:
            went_well = [self._survives(step) for step in self._steps]
        except (OperationalError, InterfaceError) as error:
            self._note_outage(error)
            return
        self._database_away = False
        if all(went_well):
            self._survives(self._presence.touch)

    def stop(self) -> None:
        """Finish the tick under way, then end."""
        self._ended.set()
        if self.is_alive():
            self.join(timeout=LAST_WORDS)
        self._bounces.stop()

    def _keep_appointments(self) -> None:
        self._schedule.tick(timezone.now())

    @staticmethod
    def _survives(step: Callable[[], object]) -> bool:
        """Take a step; one that stumbles holds up no other. A database that is away ends the beat."""
        try:
            step()
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # a clock that stops would go unnoticed until a story is missed
            logger.exception("The clock stumbled", extra={"event": "clock_stumbled"})
            return False
        return True

    def _note_outage(self, error: Exception) -> None:
        if not self._database_away:
            words = " ".join(str(error).split())
            logger.warning("The database is away, waiting: %s", words, extra={"event": "database_away"})
        self._database_away = True
        connections.close_all()
