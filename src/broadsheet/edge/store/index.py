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
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.volume import Volume, begin, is_broken
from broadsheet.edge.tags import EVERYTHING

REMEMBERED = 600.0  # seconds; no page takes as long to make

_IN = "IN (SELECT value FROM json_each(?))"
_IS_LOOSE = "EXISTS (SELECT 1 FROM shows_loosely WHERE tag = latest.tag)"
_IS_OVERDUE = (
    "EXISTS (SELECT 1 FROM shows_loosely AS shown JOIN latest ON latest.tag = shown.tag "
    "WHERE shown.page = page.id AND number > since)"
)


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

    def expect(self, address: Address, sheet: Sheet) -> None:
        """Know before it stands what the page will show: a page that stands is always known."""
        with self.writing() as db:
            # Of one that stands already the earlier end counts, until it is replaced.
            db.execute(
                "INSERT INTO page (host, path, page, stands, until) VALUES (?, ?, ?, 1, ?) "
                "ON CONFLICT DO UPDATE SET stands = 1, until = CASE WHEN stands "
                "THEN min(coalesce(until, excluded.until), coalesce(excluded.until, until)) "
                "ELSE excluded.until END",
                (*_row(address), sheet.until),
            )
            for table, tags in _shown(sheet):
                db.execute(
                    f"INSERT INTO {table} (tag, page) SELECT value, ? FROM json_each(?) WHERE true "  # noqa: S608
                    "ON CONFLICT DO NOTHING",
                    (_id(db, address), json.dumps(list(tags))),
                )

    def expects(self, db: sqlite3.Connection, address: Address, sheet: Sheet) -> bool:
        """Whether that is still known: another may have taken the page away, or kept it anew."""
        page = _id(db, address)
        if page is None or not db.execute("SELECT stands FROM page WHERE id = ?", (page,)).fetchone()[0]:
            return False
        return all(
            db.execute(
                f"SELECT count(*) FROM {table} WHERE page = ? AND tag {_IN}",  # noqa: S608
                (page, json.dumps(list(tags))),
            ).fetchone()[0]
            == len(tags)
            for table, tags in _shown(sheet)
        )

    def is_old(self, sheet: Sheet, *, since: int) -> bool:
        """Whether something that it shows was forgotten after number `since`, or of what it shows loosely is gone."""
        found = self.connection().execute(
            f"SELECT 1 FROM forgotten WHERE number > ? AND (tag {_IN} OR (gone AND tag {_IN})) LIMIT 1",  # noqa: S608
            (since, json.dumps([EVERYTHING, *sheet.tags]), json.dumps(list(sheet.loose))),
        )
        return found.fetchone() is not None

    def stand(self, db: sqlite3.Connection, address: Address, sheet: Sheet) -> None:
        """The page stands, and shows what the sheet says and nothing else."""
        page = _id(db, address)
        for table, tags in _shown(sheet):
            db.execute(
                f"DELETE FROM {table} WHERE page = ? AND NOT tag {_IN}",  # noqa: S608
                (page, json.dumps(list(tags))),
            )
        db.execute(
            "UPDATE page SET until = ?, made_at = ?, since = ? WHERE id = ?",
            (sheet.until, sheet.made_at, sheet.since, page),
        )

    def showing(self, db: sqlite3.Connection, tags: Collection[str], *, gone: bool) -> list[Address]:
        """The pages that show one of `tags`; of what is `gone` also those that show it loosely, or did."""
        if EVERYTHING in tags:
            return _addresses(db.execute("SELECT host, path, page FROM page WHERE stands OR ?", (gone,)))
        shown = f"SELECT page FROM shows WHERE tag {_IN}"  # noqa: S608
        if gone:
            shown += f" UNION SELECT page FROM shows_loosely WHERE tag {_IN}"  # noqa: S608
        rows = db.execute(
            f"SELECT host, path, page FROM page WHERE id IN ({shown}) AND (stands OR ?)",  # noqa: S608
            (*[json.dumps(list(tags))] * (2 if gone else 1), gone),
        )
        return _addresses(rows)

    def expired(self, db: sqlite3.Connection, now: float) -> list[Address]:
        """The pages whose time is over."""
        return _addresses(db.execute("SELECT host, path, page FROM page WHERE stands AND until <= ?", (now,)))

    def note_forgotten(self, db: sqlite3.Connection, tags: Iterable[str], *, gone: bool) -> None:
        """Let pages that are being made now know that these have changed, and those that show them loosely."""
        now = time.time()
        for tag in tags:
            number = db.execute(
                "INSERT INTO forgotten (tag, at, gone) VALUES (?, ?, ?)", (tag, now, gone)
            ).lastrowid
            db.execute("INSERT OR REPLACE INTO latest (tag, number, at) VALUES (?, ?, ?)", (tag, number, now))
        db.execute("DELETE FROM forgotten WHERE at < ?", (now - REMEMBERED,))
        # Of what no page shows loosely only those must know that are being made.
        db.execute(
            "DELETE FROM latest WHERE at < ? AND NOT tag IN (SELECT tag FROM shows_loosely)",
            (now - REMEMBERED,),
        )

    def latest(self) -> dict[str, int]:
        """Under which number each thing changed last that pages show loosely."""
        return dict(self.connection().execute(f"SELECT tag, number FROM latest WHERE {_IS_LOOSE}"))  # noqa: S608

    def overdue(self, *, made_before: float, most: int) -> list[Address]:
        """The pages whose loose tags have changed since they were begun, the oldest first."""
        newest = f"SELECT max(number) FROM latest WHERE {_IS_LOOSE}"  # noqa: S608
        rows = self.connection().execute(
            f"SELECT host, path, page FROM page WHERE stands AND since < ({newest}) AND made_at <= ? "  # noqa: S608
            f"AND {_IS_OVERDUE} ORDER BY since LIMIT ?",
            (made_before, most),
        )
        return _addresses(rows)

    def is_overdue(self, address: Address) -> bool:
        """Whether the page stands, and what it shows loosely has changed since it was begun."""
        found = self.connection().execute(
            f"SELECT 1 FROM page WHERE host = ? AND path = ? AND page = ? AND stands AND {_IS_OVERDUE}",  # noqa: S608
            _row(address),
        )
        return found.fetchone() is not None

    def let_be(self, db: sqlite3.Connection, address: Address) -> None:
        """What the page shows loosely is taken as shown, until it changes once more."""
        number = "SELECT seq FROM sqlite_sequence WHERE name = 'forgotten'"
        db.execute(
            f"UPDATE page SET since = ({number}) WHERE host = ? AND path = ? AND page = ?",  # noqa: S608
            _row(address),
        )

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


def _addresses(rows: Iterable[tuple[str, str, int]]) -> list[Address]:
    return [Address(*row) for row in rows]


def _shown(sheet: Sheet) -> tuple[tuple[str, Collection[str]], ...]:
    """What the sheet shows, by the table where that stands."""
    return ("shows", sheet.tags), ("shows_loosely", sheet.loose)


def _row(address: Address) -> tuple[str, str, int]:
    return address.host, address.path, address.page


def _id(db: sqlite3.Connection, address: Address) -> int | None:
    found = db.execute(
        "SELECT id FROM page WHERE host = ? AND path = ? AND page = ?", _row(address)
    ).fetchone()
    return int(found[0]) if found else None
