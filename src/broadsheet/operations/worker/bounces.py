"""Looks every few minutes for mail that came back, beside the clock: no mail server holds the clock up."""

from __future__ import annotations

import logging
import threading
import time

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections

from broadsheet.delivery.bounces.looking import look
from broadsheet.delivery.bounces.mailbox import MailboxError

logger = logging.getLogger(__name__)

PAUSE = 300.0  # seconds between two looks
LAST_WORDS = 10.0  # seconds that a look under way may take when the worker is told to stop


class BounceWatch:
    """Begins a look when one is due; one at a time."""

    def __init__(self, *, pause: float = PAUSE) -> None:
        self._pause = pause
        self._due = 0.0
        self._ended = threading.Event()
        self._look: threading.Thread | None = None

    def tick(self) -> None:
        """Begin a look where one is due; never waits for it."""
        under_way = self._look is not None and self._look.is_alive()
        if not settings.BOUNCE_MAILBOX or under_way or time.monotonic() < self._due:
            return
        self._due = time.monotonic() + self._pause
        self._look = threading.Thread(target=self._look_once, name="bounces", daemon=True)
        self._look.start()

    def stop(self) -> None:
        """End after the mail under way; what was not read is read the next time."""
        self._ended.set()
        if self._look is not None:
            self._look.join(timeout=LAST_WORDS)

    def _look_once(self) -> None:
        try:
            tally, is_more = look(is_over=self._ended.is_set)
        except MailboxError as error:
            logger.warning("No bounces were read: %s", error, extra={"event": "bounces_unread"})
        except (OperationalError, InterfaceError) as error:
            logger.warning("Bounces wait for the database: %r", str(error), extra={"event": "bounces_wait"})
        except Exception as error:  # a thread that dies would tell it to nobody
            logger.error("The look for bounces stumbled: %r", error, extra={"event": "bounces_stumbled"})
        else:
            if tally.counts:
                logger.info("Bounces: %s", tally, extra={"event": "bounces_read"})
            if is_more:
                self._due = 0.0
        finally:
            connections.close_all()
