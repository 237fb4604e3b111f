"""Asks every CDN at the same time, and waits for none longer than was allowed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable

from broadsheet.edge.purging.purger import PurgeError, Purger

logger = logging.getLogger(__name__)


class _Asking(threading.Thread):
    """Asks one; not even a name server that hangs holds up whoever waits."""

    def __init__(self, purger: Purger, tags: frozenset[str], addresses: frozenset[str]) -> None:
        super().__init__(name=f"purge {purger.name}", daemon=True)
        self.purger = purger
        self.error: PurgeError | None = PurgeError("did not answer in time", retry_helps=True)
        self._change = (tags, addresses)

    def run(self) -> None:
        tags, addresses = self._change
        try:
            self.purger.purge(tags=tags, addresses=addresses)
            self.error = None
        except PurgeError as error:
            self.error = error
        except Exception as error:  # a backend of somebody else's may raise anything
            logger.exception("A purger stumbled", extra={"event": "purger_stumbled"})
            self.error = PurgeError(type(error).__name__, retry_helps=True)


def ask_all(
    purgers: Iterable[Purger], *, tags: frozenset[str], addresses: frozenset[str], patience: float
) -> dict[str, PurgeError]:
    """Which of them have not confirmed within `patience` seconds, by name, and why."""
    askings = [_Asking(purger, tags, addresses) for purger in purgers]
    end = time.monotonic() + patience
    for asking in askings:
        asking.start()
    for asking in askings:
        asking.join(max(0.0, end - time.monotonic()))
    return {asking.purger.name: error for asking in askings if (error := asking.error)}
