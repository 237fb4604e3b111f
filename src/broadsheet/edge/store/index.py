"""The index of the page store: an SQLite file of its own, shared by all processes of a machine.

It is not the newsroom's database and holds nothing that cannot be made anew: one that is broken is thrown
away together with the pages.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.volume import Volume, begin, is_broken
from broadsheet.edge.tags import EVERYTHING

REMEMBERED = 600.0  # seconds; no page takes as long to make

_IN = "IN (SELECT value FROM json_each(?))"


class Index:
    """Which page shows what. Every method is one transaction, or a part of `writing()`.

    An index that turns out to be broken is thrown away, and the pages with it, by whoever comes next.
    """

    def __init__(self, folder: Path, *, begin: Callable[[], None]) -> None:
        self._volume = Volume(folder, begin)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One writer at a time, over all processes; what is done within is done wholly or not at all."""
        with self._trusting():
            db = self._begin()
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:  # SQLite has rolled back by itself when the disk is full
                    db.execute("ROLLBACK")
                raise

    def connection(self) -> sqlite3.Connection:
        """The thread's own, to the file that is there now, opened by this very process."""
        return self._volume.connection()

    def is_current(self) -> bool:
        """Whether this is still the index that everybody uses."""
        return self._volume.is_current()

    def throw_away(self) -> None:
        """Let whoever comes next begin with an empty index, and no pages."""
        self._volume.throw_away()

    @contextmanager
    def _trusting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if is_broken(error):
                self.throw_away()
            raise

    def _begin(self) -> sqlite3.Connection:
        while True:
            db = self.connection()
            begin(db)
            if self.is_current():
                return db
            # Another process threw the index away while we waited for it.
            db.execute("ROLLBACK")

    def number(self) -> int:
        """The number of the last thing forgotten."""
        with self._trusting():
            found = self.connection().execute("SELECT seq FROM sqlite_sequence WHERE name = 'forgotten'")
            return int(found.fetchone()[0])

    def expect(self, address: Address, tags: Collection[str], until: float | None) -> None:
        """Know before it stands that the page will show `tags`: a page that stands is always known."""
        with self.writing() as db:
            db.execute(
                "INSERT INTO page (host, path, page, stands, until) VALUES (?, ?, ?, 1, ?) "
                "ON CONFLICT DO UPDATE SET stands = 1, until = excluded.until",
                (*_row(address), until),
            )
            db.execute(
                "INSERT INTO shows (tag, page) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
                (_id(db, address), json.dumps(list(tags))),
            )

    def expects(self, db: sqlite3.Connection, address: Address, tags: Collection[str]) -> bool:
        """Whether it is still known that the page will show `tags`: another may have dropped it, or kept it anew."""
        found = db.execute(
            f"SELECT count(*) FROM shows WHERE page = ? AND tag {_IN}",  # noqa: S608  # a constant
            (_id(db, address), json.dumps(list(tags))),
        )
        known = _id(db, address) is not None
        return known and int(found.fetchone()[0]) == len(set(tags))

    def is_old(self, tags: Collection[str], *, since: int) -> bool:
        """Whether one of `tags` was forgotten after number `since`."""
        found = self.connection().execute(
            f"SELECT 1 FROM forgotten WHERE number > ? AND tag {_IN} LIMIT 1",  # noqa: S608  # a constant
            (since, json.dumps([EVERYTHING, *tags])),
        )
        return found.fetchone() is not None

    def stand(self, db: sqlite3.Connection, address: Address, tags: Collection[str]) -> None:
        """The page stands, and shows `tags` and nothing else."""
        db.execute(
            f"DELETE FROM shows WHERE page = ? AND NOT tag {_IN}",  # noqa: S608
            (_id(db, address), json.dumps(list(tags))),
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

    def floor(self, db: sqlite3.Connection) -> int:
        """The second of the youngest page that was removed: what comes next must be younger."""
        found = db.execute("SELECT value FROM fact WHERE name = 'floor'").fetchone()
        return int(found[0]) if found else 0

    def raise_floor(self, db: sqlite3.Connection, second: int) -> None:
        """A page of that second is removed."""
        if second > self.floor(db):
            db.execute("INSERT OR REPLACE INTO fact (name, value) VALUES ('floor', ?)", (str(second),))

    def fact(self, name: str) -> str | None:
        """What was last set under `name`."""
        found = self.connection().execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else None

    def set_fact(self, name: str, value: str) -> None:
        """Remember one thing about the store as a whole."""
        with self.writing() as db:
            db.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, value))

    def followed(self) -> set[int]:
        """The changes that this machine is done with, those of late."""
        return {row[0] for row in self.connection().execute("SELECT change FROM followed")}

    def note_followed(self, changes: Iterable[int], *, keep: float) -> None:
        """Be done with these changes; those that were done more than `keep` seconds ago are no longer known."""
        now = time.time()
        with self.writing() as db:
            db.executemany(
                "INSERT INTO followed (change, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(pk, now) for pk in changes],
            )
            db.execute("DELETE FROM followed WHERE at < ?", (now - keep,))

    def count(self) -> int:
        """How many pages stand."""
        return int(self.connection().execute("SELECT count(*) FROM page WHERE stands").fetchone()[0])


def _row(address: Address) -> tuple[str, str, int]:
    return address.host, address.path, address.page


def _id(db: sqlite3.Connection, address: Address) -> int | None:
    found = db.execute(
        "SELECT id FROM page WHERE host = ? AND path = ? AND page = ?", _row(address)
    ).fetchone()
    return int(found[0]) if found else None
