"""How often somebody may come: counted in this process's memory, and forgotten with it."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from broadsheet.edge.answering.allowance import Allowance
from broadsheet.edge.spool import waiting

REMEMBERED = 20_000  # networks; the one that was away for longest is forgotten first
MOST_WAITING = 50_000  # acts of readers in the spool
LOOK_AGAIN = 5.0  # seconds


class Limits:
    """An allowance for each key, such as a network."""

    def __init__(self, *, at_once: int, an_hour: int) -> None:
        self._at_once, self._rate = at_once, an_hour / 3600
        self._allowances: OrderedDict[str, Allowance] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> bool:
        """Whether one more is allowed now."""
        with self._lock:
            allowance = self._allowances.get(key)
            if allowance is None:
                allowance = self._allowances[key] = Allowance(rate=self._rate, most=self._at_once)
            self._allowances.move_to_end(key)
            if len(self._allowances) > REMEMBERED:
                self._allowances.popitem(last=False)
            return allowance.take()

    def forget(self) -> None:
        """Begin anew."""
        self._allowances.clear()


class Room:
    """Whether the spool takes more: whoever fills the disk silences the paper."""

    def __init__(self) -> None:
        self._looked_at, self._is_full = 0.0, False

    @property
    def is_full(self) -> bool:
        """Looked up now and then: counting a full spool takes a moment."""
        now = time.monotonic()
        if not self._looked_at or now - self._looked_at > LOOK_AGAIN:
            self._looked_at, self._is_full = now, _waiting() >= MOST_WAITING
        return self._is_full

    def forget(self) -> None:
        """Look anew."""
        self._looked_at = 0.0


def _waiting() -> int:
    try:
        return waiting()
    except OSError:  # keeping the act will say what is wrong
        return 0


# A lecture hall behind one address gets in; a machine does not get far.
BY_SCRIPT = Limits(at_once=40, an_hour=120)
WITHOUT_SCRIPT = Limits(at_once=8, an_hour=24)
# One letter’s links.
BY_TOKEN = Limits(at_once=20, an_hour=60)
ROOM = Room()
