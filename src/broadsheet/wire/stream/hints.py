"""Hints that the log has grown: within a process by an event, between processes and machines through Redis."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from django.conf import settings

from broadsheet.edge.broadcast.line import open_line

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger(__name__)

PATIENCE = 0.5  # seconds; whoever files waits for no more

hinted = threading.Event()  # set for this process's watcher


def hint() -> None:
    """Have the log looked at now rather than a moment later, here and wherever this newsroom is served.

    To be called after the commit. Never raises: a hint that is lost costs readers a quarter of a second, or five where
    Redis is heard.
    """
    hinted.set()
    if not settings.REDIS_URL:
        return
    from redis.exceptions import RedisError

    try:
        # A name may lead to two addresses, and each is tried for so long.
        with open_line(connect=PATIENCE / 4, answer=PATIENCE / 2) as client:
            client.publish(channel(client), b"look")
    except (RedisError, OSError) as error:
        logger.warning("The other processes were not told: %s", error, extra={"event": "wire_hint_failed"})


def channel(client: Redis) -> str:
    """Where hints are given."""
    # A Redis has the same channels in all its databases, and another newsroom may use one of those.
    return f"broadsheet:wire:{client.get_connection_kwargs().get('db', 0)}"
