"""Has pages that are really read made anew first, when they show something that is more than a minute old."""

from __future__ import annotations

import logging
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering.allowance import Allowance
from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.press.press import Press, PrintError
from broadsheet.edge.renewing import renewed_by

logger = logging.getLogger(__name__)

MAY_BE_OLD = 60.0  # seconds
LOOK = 1.0  # seconds between two looks at what has changed
A_SECOND, AT_ONCE = 5.0, 5  # pages of this process
PAUSE = 5.0  # seconds after which a press that failed is tried again


class Renewals:
    """Knows which things have changed that pages show loosely, and makes pages anew in a thread of its own.

    It is asked at every hit, and so goes by what it knows: the index is asked once a second, and not by readers.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self._thread = ThreadPoolExecutor(1, "renewing")
        self._allowance = Allowance(rate=A_SECOND, most=AT_ONCE)
        self._latest: dict[str, int] = {}
        self._newest = 0
        self._look_at = 0.0
        self._under_way: set[Address] = set()
        self._left: set[Address] = set()  # what stayed as it was, until something changes again

    def consider(self, address: Address, ready: Ready) -> None:
        """Have the page made anew beside its reader, if it is time."""
        if not ready.loose:
            return
        if (now := time.monotonic()) > self._look_at:
            self._look_at = now + LOOK
            self._thread.submit(self._look)
        if ready.since < self._newest and self._is_overdue(ready) and self._may_begin(address):
            self._under_way.add(address)
            self._thread.submit(self._renew, address)

    def close(self) -> None:
        """Finish what is under way."""
        self._thread.shutdown()

    def _is_overdue(self, ready: Ready) -> bool:
        is_old = time.time() - ready.made_at > MAY_BE_OLD
        return is_old and any(self._latest.get(tag, 0) > ready.since for tag in ready.loose)

    def _may_begin(self, address: Address) -> bool:
        is_free = address not in self._under_way and address not in self._left
        return is_free and len(self._under_way) < AT_ONCE and self._allowance.take()

    def _look(self) -> None:
        try:
            latest = self._press.store.index.latest()
        except (OSError, sqlite3.Error):
            return  # whoever has to write in it says so
        newest = max(latest.values(), default=0)
        if newest != self._newest:
            self._left.clear()
        self._latest, self._newest = latest, newest

    def _renew(self, address: Address) -> None:
        try:
            if not renewed_by(self._press, address):
                self._left.add(address)
        except (PrintError, OSError, sqlite3.Error) as error:
            self._look_at = time.monotonic() + PAUSE
            self._newest = 0  # so that nothing is overdue until then
            logger.warning("%s is not renewed: %s", address, error, extra={"event": "page_not_renewed"})
        except Exception:  # a reader has the old page, and the next one is renewed all the same
            logger.exception("The press fails over %s", address, extra={"event": "press_failed"})
        finally:
            self._under_way.discard(address)
