"""The pages most asked for, in memory in front of the files."""

from __future__ import annotations

import time
from collections import OrderedDict

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.store.store import Store

ROOM = 64 * 1024 * 1024  # bytes of each process
HIT = [(b"cache-status", b"broadsheet; hit")]


class Shelf:
    """Holds the pages that were asked for last.

    A page is served only while its file stands: one look at it, which takes a microsecond, tells every process
    at once what another has forgotten.
    """

    def __init__(self, store: Store, *, room: int = ROOM) -> None:
        self._store = store
        self._files = store.files
        self._room = room
        self._taken = 0
        self._pages: OrderedDict[Address, Ready] = OrderedDict()

    def get(self, address: Address) -> Ready | None:
        """The page, if it is in memory and still stands."""
        ready = self._pages.get(address)
        if ready is None:
            return None
        if self._files.mark(ready.path) != ready.mark or (
            ready.until is not None and ready.until <= time.time()
        ):
            self._remove(address)
            return None
        self._pages.move_to_end(address)
        return ready

    def load(self, address: Address) -> Ready | None:
        """The page, from its files; None where none stands."""
        path = self._files.path(address)
        mark = self._files.mark(path)
        sheet = self._store.find(address) if mark else None
        if sheet is None or self._files.mark(path) != mark:
            return None
        ready = Ready(sheet, path=path, mark=mark, more=HIT)
        self._remove(address)
        self._pages[address] = ready
        self._taken += ready.size
        while self._taken > self._room and len(self._pages) > 1:
            self._remove(next(iter(self._pages)))
        return ready

    def _remove(self, address: Address) -> None:
        ready = self._pages.pop(address, None)
        if ready is not None:
            self._taken -= ready.size
