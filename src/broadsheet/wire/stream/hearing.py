"""Hears the hints that come through Redis."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from django.conf import settings

from broadsheet.edge.broadcast.line import hearing, open_line
from broadsheet.wire.stream.hints import channel, hinted

logger = logging.getLogger(__name__)

PATIENCE = 2.0  # seconds for Redis to answer
TICK = 0.5  # seconds after which it is asked whether the thread is to stop
PING_AFTER, DEAF_AFTER = 2.0, 6.0  # seconds of silence: Redis is asked whether it is there; the line is dead
PAUSE = 1.0  # seconds before the next try to connect


class Ear(threading.Thread):
    """One for each process that has readers; `is_hearing` while Redis is there."""

    def __init__(self, awake: Callable[[], None] = hinted.set) -> None:
        super().__init__(name="wire-hints", daemon=True)
        self.is_hearing = False
        self._awake = awake
        self._is_known_away = False
        self._stopped = threading.Event()

    def run(self) -> None:
        """Listen until stopped; a Redis that is away is waited for."""
        if not settings.REDIS_URL:
            return
        from redis.exceptions import RedisError

        while not self._stopped.is_set():
            try:
                self._listen()
            except (RedisError, OSError) as error:
                self._lose(error)
            except Exception:  # whatever it was, the log is looked at all the same
                logger.exception("Hints cannot be heard", extra={"event": "wire_hints_failed"})
                self._lose(None)

    def stop(self) -> None:
        """End within half a second."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=3.0)

    def _lose(self, error: Exception | None) -> None:
        self.is_hearing = False
        self._awake()  # the log is looked at more often from now on
        if not self._is_known_away:
            logger.warning("Redis is away, looking more often: %s", error, extra={"event": "wire_redis_away"})
        self._is_known_away = True
        self._stopped.wait(PAUSE)

    def _listen(self) -> None:
        with open_line(connect=PATIENCE, answer=PATIENCE) as client, hearing(client) as line:
            line.subscribe(channel(client))
            heard = time.monotonic()
            while not self._stopped.is_set():
                message = line.get_message(timeout=TICK)
                silent = time.monotonic() - heard
                if message:
                    heard = time.monotonic()
                    self._take(message["type"])
                elif silent > DEAF_AFTER:
                    raise ConnectionError(f"silent for {silent:.0f} seconds")
                elif silent > PING_AFTER:  # a connection can die without a word
                    line.ping()
            self.is_hearing = False

    def _take(self, kind: str) -> None:
        if kind == "subscribe":
            self.is_hearing, self._is_known_away = True, False
        if kind in ("subscribe", "message"):
            self._awake()  # before the first word anything may have been missed
