"""Keep an act, and have it done at once where the database answers."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection, connections

from broadsheet.edge.distress import is_database_doubtful
from broadsheet.edge.spool.arrival import put_down
from broadsheet.edge.spool.deed import do_once
from broadsheet.edge.spool.folder import Slip, waiting_folder

logger = logging.getLogger(__name__)

MOMENT = 1.0  # seconds that a reader waits to see it done
HANDS = 4  # acts of this process at one time; whoever comes while all are busy leaves it to the worker

_hands = ThreadPoolExecutor(HANDS, "acts")
_free = threading.BoundedSemaphore(HANDS)


def keep(kind: str, act: dict[str, Any]) -> bool:
    """Keep an act as `spool` does, and try to have it done now; whether it is.

    When it is not, it will be done by the worker, exactly once. Waits a moment at most. Raises `SpoolError` where the
    act could not be kept.
    """
    slip = put_down(kind, act)
    if is_database_doubtful():
        return False
    # A test that is rolled back at its end sees only what its own connection does.
    if connection.in_atomic_block:
        return _do(slip)
    if not _free.acquire(blocking=False):
        return False
    doing = _hands.submit(_do_apart, slip)
    try:
        return doing.result(MOMENT)
    except TimeoutError:  # it goes on, or the worker does it
        return False


def _do_apart(slip: Slip) -> bool:
    try:
        return _do(slip)
    finally:
        connections.close_all()
        _free.release()


def _do(slip: Slip) -> bool:
    try:
        do_once(slip)
    except (
        Exception
    ) as error:  # the worker tries again, counts, and says why; FileNotFoundError: it has begun
        logger.debug("Left to the worker: %s", type(error).__name__, extra={"event": "act_left"})
        return False
    (waiting_folder() / slip.file).unlink(missing_ok=True)
    return True
