"""Hears the hints that come through Redis."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from broadsheet.edge.broadcast.ear import Ear
from broadsheet.wire.stream.hints import channel, hinted

if TYPE_CHECKING:
    from redis import Redis

PAUSE = 1.0  # seconds before the next try to connect


class HintListener(Ear):
    """One for each process that has readers; `is_hearing` while Redis is there.

    While it is, the log is looked at hardly ever without a hint: silence is not trusted for as long as elsewhere.
    """

    ping_after = 2.0
    deaf_after = 6.0

    def __init__(self, awake: Callable[[], None] = hinted.set) -> None:
        super().__init__("wire-hints", channel)
        self.is_hearing = False
        self._awake = awake

    def lose(self) -> float:
        """From now on the log is looked at more often."""
        self.is_hearing = False
        self._awake()
        return PAUSE

    def hear(self, client: Redis, message: dict[str, Any]) -> None:
        """Have the log looked at; also when the channel opens, as anything may have been missed before."""
        if message["type"] == "subscribe":
            self.is_hearing = True
        if message["type"] in ("subscribe", "message"):
            self._awake()
