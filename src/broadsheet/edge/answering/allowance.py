"""How much of what cannot be answered from the store may reach Django."""

from __future__ import annotations

import time


class Allowance:
    """A bucket that fills at `rate` a second up to `most`; each `take` empties it by one."""

    def __init__(self, *, rate: float, most: float) -> None:
        self._rate, self._most = rate, most
        self._left, self._at = most, time.monotonic()

    def take(self) -> bool:
        """Whether one more is allowed now."""
        now = time.monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
