"""Hears what is said on a channel of Redis, for as long as the process lives."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings

from broadsheet.edge.broadcast.line import hearing, open_line

if TYPE_CHECKING:
    from redis import Redis
    from redis.client import PubSub

logger = logging.getLogger(__name__)


class Ear(threading.Thread):
    """A thread that is woken by each message; a Redis that is away is waited for.

    `hear` takes what comes, the word that the channel is open included: before that, anything may have been missed.
    Times are in seconds.
    """

    tick: ClassVar[float] = 0.5  # after which it looks whether it is to stop
    patience: ClassVar[float] = 2.0  # for Redis to answer
    ping_after: ClassVar[float] = 5.0  # of silence: Redis is asked whether it is there
    deaf_after: ClassVar[float] = 15.0  # of silence: the line is taken for dead

    def __init__(self, name: str, channel: Callable[[Redis], str]) -> None:
        super().__init__(name=name, daemon=True)
        self._channel = channel
        self._is_known_away = False
        self._stopped = threading.Event()

    def run(self) -> None:
        """Listen until told to stop."""
        if not settings.REDIS_URL:
            return
        from redis.exceptions import RedisError

        while not self._stopped.is_set():
            try:
                self._listen()
            except (RedisError, OSError) as error:
                self._wait(error)
            except Exception as error:  # whatever it was, the next message must be heard
                logger.exception("A message was not heard", extra={"event": "hearing_failed"})
                self._wait(error)

    def stop(self) -> None:
        """End within half a second, or when the work under way is done."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=3.0)

    def hear(self, client: Redis, message: dict[str, Any]) -> None:
        """Take a message, or the word that the channel is open (`type` is "subscribe")."""

    def turn(self) -> None:
        """Do what is due, message or none."""

    def lose(self) -> float:
        """The line is lost; returns after how many seconds to try again."""
        return 1.0

    def _wait(self, error: Exception) -> None:
        if not self._is_known_away:
            logger.warning("Redis is away, waiting: %s", error, extra={"event": "redis_away"})
        self._is_known_away = True
        self._stopped.wait(self.lose())

    def _listen(self) -> None:
        with open_line(connect=self.patience, answer=self.patience) as client, hearing(client) as line:
            line.subscribe(self._channel(client))
            heard = time.monotonic()
            while not self._stopped.is_set():
                message = line.get_message(timeout=self.tick)
                if message:
                    heard = time.monotonic()
                    self._is_known_away = False
                    self.hear(client, message)
                else:
                    self._check(line, silent=time.monotonic() - heard)
                self.turn()

    def _check(self, line: PubSub, *, silent: float) -> None:
        """A connection can die without a word: whoever hears nothing asks."""
        if silent > self.deaf_after:
            raise ConnectionError(f"silent for {silent:.0f} seconds")
        if silent > self.ping_after:
            line.ping()
