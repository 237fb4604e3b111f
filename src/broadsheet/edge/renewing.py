"""Makes pages anew, beside their readers, that show something a minute old."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from broadsheet.edge.addresses import Address
from broadsheet.edge.press.press import Press, PrintError, press
from broadsheet.edge.press.styles import styles_are_known

logger = logging.getLogger(__name__)

GATHER = 30.0  # seconds that a page stands at least, so that it is made once for all that is filed meanwhile
SPELL = 1.0  # seconds of work at a time, of the five from one tick of the clock to the next
MOST = 200  # pages to look at in a spell; a quick machine makes half of them


def renew() -> int:
    """Replace pages of which something has changed that they show loosely, the oldest first; returns how many.

    For a second at most: the rest is for the next tick. Where it fails, the pages stand as they are.
    """
    one = press()
    due = one.store.overdue(older_than=GATHER, most=MOST)
    if not due or not styles_are_known():
        return 0
    # Django ends each request with its thread's connection, which here would be the clock's own.
    with ThreadPoolExecutor(1, "renewing") as thread:
        return thread.submit(_spell, one, due).result()


def _spell(one: Press, due: Iterable[Address]) -> int:
    renewed, end = 0, time.monotonic() + SPELL
    for address in due:
        if time.monotonic() > end:
            break
        try:
            renewed += renewed_by(one, address)
        except (PrintError, OSError, sqlite3.Error) as error:
            logger.warning("%s is not renewed: %s", address, error, extra={"event": "page_not_renewed"})
            break
    return renewed


def renewed_by(one: Press, address: Address) -> bool:
    """Whether a new page stands; one that is broken by itself is left as it is, until there is more to show.

    Raises `PrintError`, `OSError` or `sqlite3.Error` where it is no use to go on with another.
    """
    try:
        return one.renew(address)
    except PrintError as error:
        if error.failing != "software":
            raise
        logger.warning("%s: %s", address, error, extra={"event": "page_not_renewed"})
        one.store.let_be(address)
        return False
