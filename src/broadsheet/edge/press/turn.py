"""One process of the machine makes a page; the others wait for it."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.edge.addresses import Address

logger = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds; whoever makes the page has come to grief then
PAUSE = 0.005


class Turn:
    """Locks one byte of one file for each page: no lock outlives its process, and no file is left over."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened: tuple[int, int] | None = None
        self._here = threading.Lock()
        self._taken: set[int] = set()

    @contextmanager
    def of(self, address: Address) -> Iterator[bool]:
        """Within, nobody else makes the page; False when somebody still does after `PATIENCE`."""
        place = int.from_bytes(hashlib.blake2b(str(address).encode(), digest_size=7).digest())
        mine = self._wait_for(place)
        try:
            yield mine
        finally:
            if mine:
                self._leave(place)

    def _wait_for(self, place: int) -> bool:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                if self._take(place):
                    return True
            except OSError as error:  # the disk is full, say: better made twice than not at all
                logger.error("Nobody can wait for a turn: %s", error, extra={"event": "turn_failed"})
                return False
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)

    def _take(self, place: int) -> bool:
        with self._here:
            descriptor = self._descriptor()
            if place in self._taken:  # by another thread: the file's locks are those of the whole process
                return False
            try:
                fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
            except (BlockingIOError, PermissionError):  # POSIX allows either for what another process has
                return False
            self._taken.add(place)
            return True

    def _leave(self, place: int) -> None:
        with self._here:
            self._taken.discard(place)
            fcntl.lockf(self._descriptor(), fcntl.LOCK_UN, 1, place)

    def _descriptor(self) -> int:
        # Opened once: closing any descriptor of the file would give up all of a process's locks (fcntl(2)).
        if self._opened is None or self._opened[0] != os.getpid():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._opened = (os.getpid(), os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))
            self._taken = set()
        return self._opened[1]
