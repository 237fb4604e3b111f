"""The line that announcers and listeners share."""

from __future__ import annotations

import os
import uuid
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from redis import Redis  # an extra: a newsroom on one machine does without
    from redis.client import PubSub

FORGOT, FAILED = b"forgot", b"failed"
ANSWERS_LAST = 60  # seconds; long after whoever asked has left


def channel(client: Redis) -> str:
    """Where changes are announced."""
    # A Redis has the same channels in all its databases, and another newsroom may use one of those.
    return f"broadsheet:changes:{client.get_connection_kwargs().get('db', 0)}"


def sender() -> str:
    """The name of this process."""
    return _named(os.getpid())


@lru_cache(maxsize=2)
def _named(process: int) -> str:
    return f"{process}:{uuid.uuid4()}"  # a fork gets a name of its own


def open_line(*, connect: float, answer: float) -> Redis:
    """A client that waits no longer than so many seconds and says what went wrong, rather than to try again."""
    from redis import Redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return Redis.from_url(
        settings.REDIS_URL,
        socket_connect_timeout=connect,
        socket_timeout=answer,
        socket_keepalive=True,
        retry=Retry(NoBackoff(), 0),
    )


def hearing(client: Redis) -> PubSub:
    """What a listener hears with; it hears nothing before it has subscribed."""
    return client.pubsub()  # type: ignore[no-untyped-call]  # redis brings types, and here forgot one


def answer(client: Redis, answers: str, words: bytes) -> None:
    """Tell whoever waits at the list `answers`."""
    pipe = client.pipeline(transaction=True)
    pipe.rpush(answers, words)
    pipe.expire(answers, ANSWERS_LAST)
    pipe.execute()
