"""The rest, by address, through the backends of `wagtail.contrib.frontend_cache`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from broadsheet.edge.purging.purger import KEEP, PurgeError

NOT_KEPT = {
    404,
    410,
    412,
}  # what caches say that keep no such page: Squid the first, nginx's purge module the last
REFUSED = {400, 401, 403, 405, 501}
MOST_AT_ONCE = 4
_wagtails = logging.getLogger("wagtail.frontendcache")


class ByAddress:
    """Something that Wagtail knows how to purge."""

    def __init__(self, backend: Any, *, name: str) -> None:
        self.name = name
        self._backend = backend
        # Wagtail's requests wait without end for a cache that hangs: only so many may.
        self._free = threading.BoundedSemaphore(MOST_AT_ONCE)

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        """Purge each address."""
        if not self._free.acquire(blocking=False):
            raise PurgeError(f"{self.name} hangs", retry_helps=True)
        try:
            with _complaints() as complaints:
                self._backend.purge_batch(sorted(addresses))
        finally:
            self._free.release()
        if complaints.heard:
            raise PurgeError(complaints.heard[0], retry_helps=not complaints.refused)

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        return {"Surrogate-Control": KEEP}


class _Listener(logging.Handler):
    """Hears what is logged in the thread that made it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []
        self.refused = False
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        arguments = set(record.args) if isinstance(record.args, tuple) else set()
        if record.thread == self._thread and not arguments & NOT_KEPT:
            self.heard.append(record.getMessage())
            self.refused = self.refused or bool(arguments & REFUSED)


@contextmanager
def _complaints() -> Iterator[_Listener]:
    """What Wagtail logs as failed: it tells nobody else."""
    listener = _Listener()
    _wagtails.addHandler(listener)
    try:
        yield listener
    finally:
        _wagtails.removeHandler(listener)
