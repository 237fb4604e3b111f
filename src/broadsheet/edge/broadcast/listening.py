"""Hears what other nodes have changed."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import close_old_connections

from broadsheet.edge.broadcast.line import FAILED, FORGOT, answer, channel, hearing, open_line, sender

if TYPE_CHECKING:
    from redis import Redis
    from redis.client import PubSub

logger = logging.getLogger(__name__)

TICK = 0.5  # seconds after which a listener looks whether it is to stop
PATIENCE = 2.0  # seconds for Redis to answer
PING_AFTER = 5.0  # seconds of silence after which Redis is asked whether it is there
DEAF_AFTER = 15.0  # seconds of silence after which the line is taken for dead
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds before the next try to connect


class Listener(threading.Thread):
    """One for each web process, ended with it.

    `forget(change_id, tags, gone)` and `catch_up()` run in this thread. `catch_up` runs after every connection, as
    anything may have been missed before, and after a `forget` that failed; it is tried again until it succeeds.
    """

    def __init__(
        self, forget: Callable[[int, list[str], bool], None], catch_up: Callable[[], object]
    ) -> None:
        super().__init__(name="broadcast", daemon=True)
        self._forget = forget
        self._catch_up = catch_up
        self._behind = self._stuck = self._away = False
        self._pause = FIRST_PAUSE
        self._stopped = threading.Event()

    def run(self) -> None:
        """Listen until told to stop; a Redis that is away is waited for."""
        if not settings.REDIS_URL:
            return
        from redis.exceptions import RedisError

        while not self._stopped.is_set():
            try:
                self._listen()
            except (RedisError, OSError) as error:
                self._wait_for_redis(error)

    def stop(self) -> None:
        """End within half a second, or when the work under way is done."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=2.0)

    def _wait_for_redis(self, error: Exception) -> None:
        if not self._away:
            logger.warning("Redis is away, waiting: %s", error, extra={"event": "redis_away"})
        self._away = True
        self._stopped.wait(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _listen(self) -> None:
        with open_line(connect=PATIENCE, answer=PATIENCE) as client, hearing(client) as line:
            line.subscribe(channel(client))
            heard = time.monotonic()
            while not self._stopped.is_set():
                message = line.get_message(timeout=TICK)
                if message:
                    heard = time.monotonic()
                    self._take(client, message)
                else:
                    _check(line, silent=time.monotonic() - heard)
                self._keep_up()

    def _take(self, client: Redis, message: dict[str, Any]) -> None:
        if message["type"] == "subscribe":
            self._behind, self._away, self._pause = True, False, FIRST_PAUSE
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

    def _keep_up(self) -> None:
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


def _check(line: PubSub, *, silent: float) -> None:
    """A connection can die without a word: whoever hears nothing asks."""
    if silent > DEAF_AFTER:
        raise ConnectionError(f"silent for {silent:.0f} seconds")
    if silent > PING_AFTER:
        line.ping()
