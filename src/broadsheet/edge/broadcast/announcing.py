"""Tells the other nodes what has changed."""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.conf import settings

from broadsheet.edge.broadcast.line import FORGOT, channel, open_line, sender

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger(__name__)

SLACK = 0.2  # seconds; Redis looks ten times a second whether a wait is over, and is to be heard saying so


def announce(change_id: int, tags: Collection[str], *, gone: bool, patience: float = 2.0) -> bool:
    """Tell every other node, and wait until each has said that it forgot; False when one did not in time.

    Never raises. `patience` is in seconds. Without Redis there is nobody to tell.
    """
    if not settings.REDIS_URL:
        return True
    from redis.exceptions import RedisError

    end = time.monotonic() + patience
    answers = f"broadsheet:change:{uuid.uuid4()}"
    message = {
        "change": change_id,
        "tags": sorted(tags),
        "gone": gone,
        "sender": sender(),
        "answers": answers,
    }
    try:
        # A name may lead to two addresses, and each is tried for so long.
        with open_line(connect=patience / 2, answer=patience + SLACK) as client:
            listeners = int(client.publish(channel(client), json.dumps(message)))
            return _all_forgot(client, answers, listeners, end)
    except (RedisError, OSError) as error:
        logger.warning("The other nodes were not told: %s", error, extra={"event": "broadcast_failed"})
        return False


def _all_forgot(client: Redis, answers: str, listeners: int, end: float) -> bool:
    for forgot in range(listeners):
        left = end - time.monotonic()
        # To Redis, 0 is for ever.
        answer: Any = client.blpop([answers], timeout=left) if left > 0.001 else None
        if not answer or answer[1] != FORGOT:
            words = (
                "%s of %s listeners forgot, then one failed"
                if answer
                else "%s of %s listeners forgot in time"
            )
            logger.warning(words, forgot, listeners, extra={"event": "broadcast_unanswered"})
            return False
    return True
