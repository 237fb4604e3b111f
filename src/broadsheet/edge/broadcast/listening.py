"""Hears what other nodes have changed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.db import close_old_connections

from broadsheet.edge.broadcast.ear import Ear
from broadsheet.edge.broadcast.line import FAILED, FORGOT, answer, channel, sender

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds before the next try to connect


class Listener(Ear):
    """One for each web process, ended with it.

    `forget(change_id, tags, gone)` and `catch_up()` run in this thread. `catch_up` runs after every connection, as
    anything may have been missed before, and after a `forget` that failed; it is tried again until it succeeds.
    """

    def __init__(
        self, forget: Callable[[int, list[str], bool], None], catch_up: Callable[[], object]
    ) -> None:
        super().__init__("broadcast", channel)
        self._forget = forget
        self._catch_up = catch_up
        self._behind = self._stuck = False
        self._pause = FIRST_PAUSE

    def lose(self) -> float:
        """Each pause is twice as long as the one before."""
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
        return pause

    def hear(self, client: Redis, message: dict[str, Any]) -> None:
        """Forget what was changed elsewhere, and say so."""
        if message["type"] == "subscribe":
            self._behind, self._pause = True, FIRST_PAUSE
        elif message["type"] == "message":
            with suppress(ValueError, KeyError, TypeError):  # not one of ours
                change = json.loads(message["data"])
                answer(client, change["answers"], self._take_in(change))

    def _take_in(self, change: dict[str, Any]) -> bytes:
        change_id, tags, gone = int(change["change"]), list(change["tags"]), bool(change["gone"])
        if change["sender"] == sender():
            return FORGOT  # before it told anybody
        try:
            close_old_connections()
            self._forget(change_id, tags, gone)
        except Exception:  # whatever it was, the next change must be heard
            logger.exception(
                "A change was not forgotten", extra={"event": "forget_failed", "change": change_id}
            )
            self._behind = True
            return FAILED
        return FORGOT

    def turn(self) -> None:
        """Catch up with what was missed, as long as anything may have been."""
        if not self._behind:
            return
        try:
            close_old_connections()
            self._catch_up()
            self._behind = self._stuck = False
        except Exception:  # most likely the database is away
            if not self._stuck:
                logger.exception("This node is behind, trying on", extra={"event": "catch_up_failed"})
            self._stuck = True
