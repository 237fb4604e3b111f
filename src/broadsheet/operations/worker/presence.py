"""A worker's sign of life: a file that it holds locked while it lives and touches while it is well.

The lock is the kernel's: it goes with the process however that ends, so that what a killed worker left
half-done can be told from what is being done.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from django.conf import settings


def presence_folder() -> Path:
    """Where the workers of this home show that they live."""
    return Path(settings.HOME) / "workers"


@dataclass(frozen=True, slots=True)
class Sign:
    """What another process can see of a worker."""

    name: str
    alive: bool
    age: float  # seconds since its last touch


class Presence:
    """The sign of this process; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(3)}"
        self._path = folder / self.name
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def touch(self) -> None:
        """Say that all is well."""
        self._path.touch()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._path.unlink(missing_ok=True)
        if self._file is not None:
            self._file.close()


def signs(folder: Path) -> list[Sign]:
    """Every worker that left a sign in `folder`, dead or alive."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [sign for path in paths if (sign := _read(path)) is not None]


def _read(path: Path) -> Sign | None:
    try:
        with path.open("r+") as file:
            age = time.time() - path.stat().st_mtime
            return Sign(path.name, alive=_is_locked(file), age=age)
    except FileNotFoundError:  # it ended between the listing and the look
        return None


def _is_locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False
