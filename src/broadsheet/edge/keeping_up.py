"""Keeps this machine in step with the others, from each web process."""

from __future__ import annotations

import logging
import threading

from django.conf import settings
from django.db import DatabaseError, connection, connections

from broadsheet.edge.broadcast import Listener
from broadsheet.edge.following import catch_up, forget_here

logger = logging.getLogger(__name__)

INTERVAL = 1.0  # seconds; the longest that a page on another machine may be old


def keep_up() -> threading.Thread | None:
    """Begin to hear what other machines change; None where there can be no other.

    By Redis at once; without it by looking into the database once a second. SQLite is one machine's: what its
    processes change they forget for one another.
    """
    if settings.REDIS_URL:
        thread: threading.Thread = Listener(_forget, catch_up)
    elif connection.vendor != "sqlite":
        thread = Poller()
    else:
        return None
    thread.start()
    return thread


class Poller(threading.Thread):
    """Looks for changes that this machine has not followed."""

    def __init__(self, *, interval: float = INTERVAL) -> None:
        super().__init__(name="changes", daemon=True)
        self._interval = interval
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until stopped; a database that is away is looked for again."""
        while not self._ended.wait(self._interval):
            try:
                catch_up()
            except DatabaseError:
                connections.close_all()  # the edge says that it is away
            except Exception:  # whatever it was, the next change must be seen
                logger.exception("Changes could not be followed", extra={"event": "catch_up_failed"})
        connections.close_all()

    def stop(self) -> None:
        """End, after the look under way."""
        self._ended.set()
        self.join(timeout=5.0)


def _forget(change_id: int, tags: list[str], gone: bool) -> None:
    forget_here([change_id], tags, gone=gone)
