"""One process of the machine makes a page; the others wait for it."""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.edge.addresses import Address

PATIENCE = 5.0  # seconds; whoever makes the page has come to grief then
PAUSE = 0.005


class Turn:
    """Locks one byte of one file for each page: no lock outlives its process, and no file is left over."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened: tuple[int, int] | None = None

    @contextmanager
    def of(self, address: Address) -> Iterator[bool]:
        """Within, no other process makes the page; False when one still does after `PATIENCE`."""
        place = int.from_bytes(hashlib.blake2b(str(address).encode(), digest_size=7).digest())
        descriptor = self._descriptor()
        mine = _lock(descriptor, place)
        try:
            yield mine
        finally:
            if mine:
                fcntl.lockf(descriptor, fcntl.LOCK_UN, 1, place)

    def _descriptor(self) -> int:
        # Opened once: closing any descriptor of the file would give up all of a process's locks (fcntl(2)).
        if self._opened is None or self._opened[0] != os.getpid():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._opened = (os.getpid(), os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))
        return self._opened[1]


def _lock(descriptor: int, place: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError:
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)
        else:
            return True
