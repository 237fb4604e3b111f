"""When to try again, and when to give up."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from broadsheet.delivery.models import Delivery

PATIENCE = timedelta(hours=24)
# Minutes. A server that is short of breath gets time, and one that makes strangers wait is content with a quarter
# of an hour (RFC 5321, 4.5.4.1 asks for 30 minutes in general, and lets the first tries come sooner).
_PAUSES = (1, 5, 15, 30, 60, 120, 240, 240, 240, 240)


def pause_before(tries: int) -> timedelta:
    """How long to wait after so many tries; a little different for each, so that they do not all come back at once."""
    minutes = _PAUSES[min(tries, len(_PAUSES)) - 1]
    return timedelta(minutes=minutes) * random.uniform(0.9, 1.1)  # noqa: S311  # guards nothing


def given_up(delivery: Delivery, now: datetime) -> bool:
    """Whether it was tried for long enough."""
    first = delivery.first_tried_at
    return first is not None and now - first >= PATIENCE
