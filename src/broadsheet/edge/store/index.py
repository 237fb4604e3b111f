"""The index of the page store: an SQLite file of its own, shared by all processes of a machine.

It is not the newsroom's database and holds nothing that cannot be made anew: one that is broken is thrown
away together with the pages.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.edge.addresses import Address
from broadsheet.edge.tags import EVERYTHING

SCHEMA = Path(__file__).with_name("index.sql").read_text()
PATIENCE = 10.0  # seconds to wait for another process that writes
REMEMBERED = 600.0  # seconds; no page takes as long to make

_IN = "IN (SELECT value FROM json_each(?))"


class Index:
    """Which page shows what. Every method is one transaction, or a part of `writing()`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One writer at a time, over all processes; what is done within is done wholly or not at all."""
        db = self._begin()
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    def connection(self) -> sqlite3.Connection:
        """The thread's own, to the file that is there now, opened by this very process."""
        mine: tuple[sqlite3.Connection, tuple[int, int]] | None = getattr(self._local, "mine", None)
        if mine is None or mine[1] != self._identity():
            mine = self._local.mine = (_open(self._file), self._identity())
        return mine[0]

    def _begin(self) -> sqlite3.Connection:
        while True:
            db = self.connection()
            db.execute("BEGIN IMMEDIATE")
            if db is self.connection():
                return db
            # Another process threw the index away while we waited for it.
            db.close()

    def _identity(self) -> tuple[int, int]:
        try:
            return os.getpid(), self._file.stat().st_ino
        except FileNotFoundError:
            return os.getpid(), 0

    def number(self) -> int:
        """The number of the last thing forgotten."""
        row = self.connection().execute("SELECT seq FROM sqlite_sequence WHERE name = 'forgotten'").fetchone()
        return int(row[0]) if row else 0

    def expect(self, address: Address, tags: Collection[str]) -> None:
        """Know before it stands that the page will show `tags`: a page that stands is always known."""
        with self.writing() as db:
            db.execute(
                "INSERT INTO page (host, path, page) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", _row(address)
            )
            db.execute(
                "INSERT INTO shows (tag, page) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
                (_id(db, address), json.dumps(list(tags))),
            )

    def is_old(self, tags: Collection[str], *, since: int) -> bool:
        """Whether one of `tags` was forgotten after number `since`."""
        found = self.connection().execute(
            f"SELECT 1 FROM forgotten WHERE number > ? AND tag {_IN} LIMIT 1",  # noqa: S608  # a constant
            (since, json.dumps([EVERYTHING, *tags])),
        )
        return found.fetchone() is not None

    def stand(
        self, db: sqlite3.Connection, address: Address, tags: Collection[str], until: float | None
    ) -> None:
        """The page stands, and shows `tags` and nothing else."""
        pk = _id(db, address)
        db.execute("UPDATE page SET stands = 1, until = ? WHERE id = ?", (until, pk))
        db.execute(
            f"DELETE FROM shows WHERE page = ? AND NOT tag {_IN}",  # noqa: S608
            (pk, json.dumps(list(tags))),
        )

    def showing(self, db: sqlite3.Connection, tags: Collection[str], *, last_too: bool) -> list[Address]:
        """The pages that show one of `tags`; `last_too` with those of which only the last copy is left."""
        if EVERYTHING in tags:
            rows = db.execute("SELECT host, path, page FROM page WHERE stands OR ?", (last_too,))
        else:
            rows = db.execute(
                f"SELECT DISTINCT host, path, page.page FROM page JOIN shows ON page.id = shows.page WHERE tag {_IN}"  # noqa: S608
                " AND (stands OR ?)",
                (json.dumps(list(tags)), last_too),
            )
        return [Address(*row) for row in rows]

    def expired(self, db: sqlite3.Connection, now: float) -> list[Address]:
        """The pages whose time is over."""
        rows = db.execute("SELECT host, path, page FROM page WHERE stands AND until <= ?", (now,))
        return [Address(*row) for row in rows]

    def note_forgotten(self, db: sqlite3.Connection, tags: Iterable[str]) -> None:
        """Let pages that are being made now know that these have changed."""
        now = time.time()
        db.executemany("INSERT INTO forgotten (tag, at) VALUES (?, ?)", [(tag, now) for tag in tags])
        db.execute("DELETE FROM forgotten WHERE at < ?", (now - REMEMBERED,))

    def put_away(self, db: sqlite3.Connection, addresses: Iterable[Address]) -> None:
        """These pages stand no more."""
        db.executemany(
            "UPDATE page SET stands = 0 WHERE host = ? AND path = ? AND page = ?", map(_row, addresses)
        )

    def remove(self, db: sqlite3.Connection, addresses: Iterable[Address]) -> None:
        """Nothing is left of these pages."""
        db.executemany("DELETE FROM page WHERE host = ? AND path = ? AND page = ?", map(_row, addresses))

    def count(self) -> int:
        """How many pages stand."""
        return int(self.connection().execute("SELECT count(*) FROM page WHERE stands").fetchone()[0])


def _open(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    db.execute("PRAGMA foreign_keys=ON")
    db.executescript(SCHEMA)
    return db


def _row(address: Address) -> tuple[str, str, int]:
    return address.host, address.path, address.page


def _id(db: sqlite3.Connection, address: Address) -> int:
    found = db.execute("SELECT id FROM page WHERE host = ? AND path = ? AND page = ?", _row(address))
    return int(found.fetchone()[0])
