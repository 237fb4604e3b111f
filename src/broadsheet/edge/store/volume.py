"""The file that the index stands in, and each thread's connection to it.

An index that is thrown away is followed by a file of another name. SQLite finds a database's journal by its
name, so that a process that still had the old one open would put its hands on the new one's journal
(https://sqlite.org/howtocorrupt.html, 2.4 and 2.5).
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SCHEMA = Path(__file__).with_name("index.sql").read_text().split(";\n")
VERSION = 2  # counted up when the schema changes: pages of another are thrown away
PATIENCE = 10.0  # seconds to wait for another process that writes
PAUSE = 0.001

Identity = tuple[int, int]  # the process and the file's inode, which is not given away while we have it open


class Volume:
    """The current file of an index; `begin` is called, with nobody else writing, when it is a new one."""

    def __init__(self, folder: Path, begin: Callable[[], None]) -> None:
        self._folder = folder
        self._begin = begin
        self._pointer = folder / f"current-{VERSION}"
        self._local = threading.local()

    def connection(self) -> sqlite3.Connection:
        """The thread's own, to the file that is current now, opened by this very process."""
        mine: tuple[sqlite3.Connection, Identity] | None = getattr(self._local, "mine", None)
        if mine is None or mine[1] != self._identity():
            mine = self._local.mine = self._open()
        return mine[0]

    def is_current(self) -> bool:
        """Whether the thread's connection still leads to the file that everybody uses."""
        return bool(self._local.mine[1] == self._identity())

    def throw_away(self) -> None:
        """Let whoever comes next begin with an empty index, and no pages. Needs no room on the disk."""
        self._pointer.unlink(missing_ok=True)

    def _identity(self) -> Identity:
        try:
            return os.getpid(), self._pointer.stat().st_ino
        except OSError:
            return os.getpid(), 0

    def _open(self) -> tuple[sqlite3.Connection, Identity]:
        file = self._file()
        db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(db)
            begin(db)
            if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._found(db, file)
            db.execute("COMMIT")
        except BaseException as error:
            db.close()
            if is_broken(error):
                self.throw_away()
            raise
        return db, (os.getpid(), file.stat().st_ino)

    def _file(self) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.parent.chmod(0o755)  # the server in front is another user, and a umask may be strict
        while not self._pointer.exists():
            file = self._folder / f"{time.time_ns()}-{secrets.token_hex(4)}.sqlite3"
            file.touch()
            link = file.with_suffix(".link")
            link.symlink_to(file.name)
            link.replace(self._pointer)
        return self._pointer.resolve()

    def _found(self, db: sqlite3.Connection, file: Path) -> None:
        # What stands is not known to this index, so that nothing could ever take it away.
        self._begin()
        for statement in SCHEMA:
            db.execute(statement)
        # Numbers go on from one index to the next: what was begun under the old one is old.
        db.execute(
            "INSERT INTO forgotten (number, tag, at) VALUES (?, '*', ?)", (time.time_ns(), time.time())
        )
        for old in self._folder.glob("*.sqlite3*"):
            if not old.name.startswith(file.name) and old.stat().st_mtime < time.time() - PATIENCE:
                old.unlink(missing_ok=True)


def begin(db: sqlite3.Connection) -> None:
    """Wait for the turn to write, and take it.

    SQLite itself looks ever more rarely, ten times a second in the end: among many who keep pages, whoever has to
    forget some would come last.
    """
    deadline = time.monotonic() + PATIENCE
    db.execute("PRAGMA busy_timeout=1")
    try:
        while True:
            try:
                db.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not is_busy or time.monotonic() > deadline:
                    raise
            time.sleep(PAUSE)
    finally:
        db.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")


def is_broken(error: BaseException) -> bool:
    """Whether the file is not what was written; locks and full disks are another kind of error."""
    return type(error) is sqlite3.DatabaseError


def _prepare(db: sqlite3.Connection) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with suppress(sqlite3.OperationalError):  # SQLite does not wait by itself for this
            db.execute("PRAGMA journal_mode=WAL")
            break
        if time.monotonic() > deadline:
            raise sqlite3.OperationalError("The index of pages is locked.")
        time.sleep(PAUSE)
    db.execute("PRAGMA synchronous=NORMAL")
    db.execute("PRAGMA foreign_keys=ON")
