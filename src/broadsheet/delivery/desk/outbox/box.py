"""The folder and what lies in it, however much that is."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from broadsheet.delivery.desk.outbox.headers import Headers, read_headers, recipient_of
from broadsheet.delivery.transports.folder import folder_at

# One word that is a file's name: no separator, and nothing hidden.
_NAME = re.compile(r"[0-9A-Za-z][\w.+-]*\.eml", re.ASCII)
HEAD = 16 * 1024  # bytes in which a message says to whom it goes
SEARCHED = 20_000  # messages, the newest: those of two minutes' reading
MOST = 5 * 1024 * 1024  # bytes of one message that are shown


@dataclass(frozen=True, slots=True)
class Kept:
    """A message in the folder, as the list shows it."""

    name: str
    at: datetime
    headers: Headers


def folder() -> Path | None:
    """Where mail is kept; None where it leaves the house."""
    return folder_at(settings.MAIL_URL)


class Box:
    """What a folder holds, the newest first. The names of its files are in order of time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """All messages."""
        try:
            with os.scandir(self._folder) as entries:
                return sorted((entry.name for entry in entries if _NAME.fullmatch(entry.name)), reverse=True)
        except OSError:
            return []

    def to(self, words: str) -> list[str]:
        """Those among the newest `SEARCHED` messages that go to an address with these words in it."""
        wanted = words.casefold()
        heads = ((name, self._open(name, HEAD)) for name in self.names()[:SEARCHED])
        return [name for name, head in heads if head and wanted in recipient_of(head[0]).casefold()]

    def look_at(self, names: list[str]) -> Iterator[Kept]:
        """The heads of these messages; one that has gone meanwhile is left out."""
        for name in names:
            if (head := self._open(name, HEAD)) is not None:
                data, at = head
                yield Kept(name, at, read_headers(data))

    def read(self, name: str) -> tuple[bytes, datetime] | None:
        """A message, up to `MOST` bytes and one more, and when it was kept; None where there is none."""
        return self._open(name, MOST + 1) if _NAME.fullmatch(name) else None

    def _open(self, name: str, most: int) -> tuple[bytes, datetime] | None:
        path = self._folder / name
        try:
            found = path.lstat()
            # A link could lead out of the folder, and a pipe would keep us waiting.
            if not stat.S_ISREG(found.st_mode):
                return None
            with path.open("rb") as file:
                return file.read(most), datetime.fromtimestamp(found.st_mtime, UTC)
        except OSError:
            return None
