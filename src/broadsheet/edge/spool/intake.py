"""Take in what waits: one process at a time, each act in a transaction of its own."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import close_old_connections, connection

from broadsheet.edge.spool.deed import TROUBLE, check_database, do_once
from broadsheet.edge.spool.errors import DatabaseAwayError, SpoolError
from broadsheet.edge.spool.files import private, sync_folder
from broadsheet.edge.spool.folder import Slip, slips, spool_folder, waiting_folder
from broadsheet.edge.spool.refusal import refuse
from broadsheet.edge.spool.tidying import tidy_now_and_then

logger = logging.getLogger(__name__)

TRIES = 5  # then an act is refused


def take_in(*, most: int = 500) -> int:
    """Do the acts that wait, the oldest first; returns how many were done now.

    Returns at once where another process is at it. Where the database is away, all is left as it is.
    """
    with _alone() as is_alone:
        if not is_alone:
            return 0
        # Those that failed come after all that were not tried yet, so that they hold up nobody.
        due = sorted(slips(waiting_folder()))[:most]
        done = _take_in(due) if due else 0
        tidy_now_and_then()
    if done:
        logger.info("Took in %s acts", done, extra={"event": "acts_taken_in", "acts": done})
    return done


def _take_in(due: list[Slip]) -> int:
    done = 0
    if not connection.in_atomic_block:  # as a test is that is rolled back at its end
        close_old_connections()
    try:
        check_database()
        for slip in due:
            done += _take(slip)
    except DatabaseAwayError as error:
        # Whoever calls sees it as well; the worker's clock says so, once.
        logger.debug("Acts wait for the database: %s", error, extra={"event": "acts_wait"})
    finally:
        # Once for all: a name that a power cut brings back is known to have been done.
        sync_folder(waiting_folder())
    return done


def _take(slip: Slip) -> bool:
    if slip.tries >= TRIES:
        refuse(slip, SpoolError(f"{slip.tries} times the process ended while it was doing this act."))
        return False
    # A try is counted before it is made: an act that kills the process must not kill it for ever.
    tried = _count(slip, slip.tries + 1)
    if tried is None:
        return False
    try:
        is_new = do_once(tried)
    except TROUBLE as error:
        _wait_for_database(slip, tried, error)
        return False
    except Exception as error:  # whatever one act raises must not hold up the others
        _fail(tried, error)
        return False
    (waiting_folder() / tried.file).unlink(missing_ok=True)
    return is_new


def _count(slip: Slip, tries: int) -> Slip | None:
    """Write the number of tries into the file's name; None when the file has gone meanwhile."""
    counted = Slip(tries, slip.name)
    try:
        (waiting_folder() / slip.file).rename(waiting_folder() / counted.file)
    except FileNotFoundError:
        return None
    return counted


def _wait_for_database(slip: Slip, tried: Slip, error: Exception) -> None:
    """Leave an act as it was while the database is away; where it answers, have the others go first."""
    try:
        check_database()
    except DatabaseAwayError:
        _count(tried, slip.tries)
        raise
    _count(tried, max(slip.tries, 1))
    # Locked, full, or a fault of the act's own: it is not refused for what may pass. The doctor names it.
    logger.warning(
        "Put off the act %s: %s",
        slip.name,
        type(error).__name__,
        extra={"event": "act_put_off", "act": slip.name},
    )


def _fail(tried: Slip, error: Exception) -> None:
    if tried.tries >= TRIES:
        refuse(tried, error)
        return
    words = "Could not do the act %s (%s of %s tries): %s"
    extra = {"event": "act_failed", "act": tried.name}
    logger.warning(words, tried.name, tried.tries, TRIES, type(error).__name__, extra=extra)


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether this process is the one that may take in; the kernel frees the lock however a process ends."""
    if not spool_folder().is_dir():  # nothing was ever spooled
        yield False
        return
    with open(spool_folder() / "lock", "ab", opener=private) as lock:  # Path.open takes no opener
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_alone = True
        except BlockingIOError:
            is_alone = False
        yield is_alone
