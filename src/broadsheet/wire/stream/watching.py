"""Looks into the log, and tells the hub what is new there."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.db import DatabaseError, connections

from broadsheet.wire.models import WireEvent
from broadsheet.wire.stream import hints
from broadsheet.wire.stream.hearing import HintListener
from broadsheet.wire.stream.messages import Told, told
from broadsheet.wire.stream.window import MOST, Window

logger = logging.getLogger(__name__)

OFTEN, SELDOM = 0.25, 5.0  # seconds between looks, without hints from Redis and with them
FRESH = (
    5.0  # seconds that a connection is kept; Django's habit, one for each request, would mean four a second
)
SOON = (
    0.05  # seconds before a look that failed is tried again; only then it is said that the database is away
)


class Listens(Protocol):
    """Who is told what is new: the hub, in its loop."""

    def load(self, window: Window) -> None: ...

    def take(self, events: list[Told]) -> None: ...

    def say_away(self, is_away: bool) -> None: ...


def watch(hub: Listens, loop: asyncio.AbstractEventLoop) -> Watcher:
    """Begin to look, for readers of this process."""
    ear = HintListener() if settings.REDIS_URL else None
    watcher = Watcher(hub, loop.call_soon_threadsafe, ear=ear)
    if ear:
        ear.start()
    watcher.start()
    return watcher


class Watcher(threading.Thread):
    """One for each process that has readers, with one connection to the database, however many they are."""

    def __init__(
        self,
        hub: Listens,
        in_loop: Callable[..., object],
        *,
        ear: HintListener | None = None,
        hinted: threading.Event = hints.hinted,
    ) -> None:
        super().__init__(name="wire", daemon=True)
        self._hub, self._in_loop = hub, in_loop
        self._ear, self._hinted = ear, hinted
        self._last: int | None = None
        self._failures = 0
        self._connected = time.monotonic()
        self._stopped = False

    def run(self) -> None:
        """Look until stopped, or until the loop has ended."""
        while not self._stopped:
            self._hinted.clear()  # before the look: what is committed after it sets it again
            self._look_and_say()
            self._hinted.wait(self._pause())
        connections.close_all()

    def stop(self) -> None:
        """End, after the look under way."""
        self._stopped = True
        self._hinted.set()
        self.join(timeout=5.0)

    def _pause(self) -> float:
        if self._failures == 1:
            return SOON
        return SELDOM if self._ear and self._ear.is_hearing and not self._failures else OFTEN

    def _look_and_say(self) -> None:
        try:
            self._renew()
            self._look()
        except DatabaseError as error:
            self._fail(error)
        except Exception as error:  # whatever it was, the next event must be told
            if not self._failures:
                logger.exception("The wire's log was not read", extra={"event": "wire_look_failed"})
            self._fail(error)
        else:
            self._recover()

    def _renew(self) -> None:
        """A connection that is never closed would go on with a file, or a server, that was replaced."""
        if time.monotonic() - self._connected > FRESH:
            connections.close_all()
            self._connected = time.monotonic()

    def _look(self) -> None:
        if self._last is None:
            self._load()
            return
        # The last event stands until a newer one of its subject comes: where there is nothing, it is another log.
        found = list(WireEvent.objects.after(self._last - 1))
        if self._last and not found:
            self._load()
        elif new := [told(event) for event in found if event.pk > self._last]:
            self._tell(self._hub.take, new)
            self._last = new[-1].id

    def _load(self) -> None:
        last = WireEvent.objects.last_id()  # before the rest: what is newer than it, the next look finds
        newest = list(WireEvent.objects.standing().order_by("-pk")[: MOST + 1])
        floor = newest.pop().pk if len(newest) > MOST else 0
        kept = [told(event) for event in reversed(newest) if event.pk <= last]
        self._tell(self._hub.load, Window(kept, last=last, floor=floor))
        self._last = last

    def _tell(self, do: Callable[..., None], what: object) -> None:
        try:
            self._in_loop(do, what)
        except RuntimeError:  # the loop is closed: nobody listens any more
            self._stopped = True

    def _fail(self, error: Exception) -> None:
        connections.close_all()
        self._failures += 1
        if self._failures == 2:
            logger.warning("The wire's log is away: %s", error, extra={"event": "wire_log_away"})
            self._tell(self._hub.say_away, True)

    def _recover(self) -> None:
        if self._failures > 1:
            logger.info("The wire's log is there again", extra={"event": "wire_log_back"})
            self._tell(self._hub.say_away, False)
        self._failures = 0
