"""The folder of a mirror: what may be one, and how its files are written."""

from __future__ import annotations

import errno
import fcntl
import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.conf import settings

from broadsheet.mirror.errors import MirrorError
from broadsheet.mirror.manifest import NAME

NEXT = ".broadsheet-mirror.json.new"
PART = ".broadsheet-mirror.part"
JOURNAL = ".broadsheet-mirror.journal"
OURS = {NAME, NEXT, PART, JOURNAL}
_NEWSROOMS_OWN = ("pages", "media", "static", "workers", "mail", "spool")


class Folder:
    """One mirror's folder. Every file of it is either as it was or as it shall be.

    The journal names each file before it is written, so that what an interrupted run has written is known to
    the next: `leftovers`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.manifest = self.path / NAME
        self.leftovers: set[str] = set()
        self._journal: IO[str] | None = None

    def require_mirror(self) -> None:
        """Raise `MirrorError` where no mirror stands."""
        if not self.manifest.is_file():
            raise MirrorError(f"{self.path} is no mirror: “broadsheet export DIR” writes one.")

    def require_room(self) -> None:
        """Raise `MirrorError` where a mirror would overwrite something else."""
        home = Path(settings.HOME).resolve()
        if any(self.path.is_relative_to(home / name) for name in _NEWSROOMS_OWN) or self.path == home:
            raise MirrorError(f"{self.path} belongs to the newsroom itself: name another folder.")
        if self.path.exists() and not self.path.is_dir():
            raise MirrorError(f"{self.path} is no folder.")
        names = {entry.name for entry in self.path.iterdir()} if self.path.exists() else set()
        if names and not names & OURS:
            raise MirrorError(f"{self.path} is not empty and no mirror: name another folder.")

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Within, nobody else writes here; raises `MirrorError` while somebody does."""
        with told(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            journal = (self.path / JOURNAL).open("a+", encoding="utf-8")
        with journal:
            try:
                fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise MirrorError(f"Another export is writing to {self.path}.") from None
            journal.seek(0)
            self.leftovers = set(journal.read().splitlines())
            self._journal = journal
            yield

    @contextmanager
    def next_manifest(self) -> Iterator[IO[str]]:
        """The manifest of this run, which takes its place when all went well."""
        with told(self.path):
            with (self.path / NEXT).open("w", encoding="utf-8") as file:
                yield file
            os.replace(self.path / NEXT, self.manifest)  # noqa: PTH105
            (self.path / JOURNAL).unlink(missing_ok=True)

    def has(self, place: str, size: int) -> bool:
        """Whether the file is there in that size."""
        with suppress(OSError):
            return (self.path / place).stat().st_size == size
        return False

    def holds(self, place: str, content: bytes) -> bool:
        """Whether the file is there with that very content."""
        with suppress(OSError):
            return self.has(place, len(content)) and (self.path / place).read_bytes() == content
        return False

    def holds_copy(self, place: str, source: Path) -> bool:
        """Whether the file is there with the content of `source`."""
        with suppress(OSError):
            return filecmp.cmp(self.path / place, source, shallow=False)
        return False

    def write(self, place: str, content: bytes) -> None:
        """Put a file into its place."""
        with self._replacing(place) as part:
            part.write_bytes(content)

    def copy(self, place: str, source: Path) -> None:
        """Put a copy of a file into its place, without taking it into memory."""
        with self._replacing(place) as part:
            shutil.copyfile(source, part)

    def remove(self, place: str) -> bool:
        """Take a file away, and the folders that it leaves empty; whether there was one."""
        target = self._target(place)
        try:
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        for folder in target.parents:
            if folder == self.path:
                break
            try:
                folder.rmdir()
            except OSError:
                break
        return True

    def _target(self, place: str) -> Path:
        """The file; raises `MirrorError` for one outside, to which a manifest or a link from elsewhere may point."""
        target = self.path / place
        if ".." in target.parts or not target.parent.resolve().is_relative_to(self.path):
            raise MirrorError(f"{place} leads out of {self.path}.")
        return target

    @contextmanager
    def _replacing(self, place: str) -> Iterator[Path]:
        part, target = self.path / PART, self._target(place)
        with told(self.path):
            try:
                if self._journal:
                    self._journal.write(f"{place}\n")
                    self._journal.flush()
                target.parent.mkdir(parents=True, exist_ok=True)
                yield part
                os.replace(part, target)  # noqa: PTH105  # in one step
            except OSError:
                with suppress(OSError):
                    part.unlink()
                raise


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Says in one line why the folder cannot be written."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise MirrorError(f"There is no room left for {folder}: make some, and run it again.") from error
        raise MirrorError(f"{error.strerror or error}: {error.filename or folder}.") from error
