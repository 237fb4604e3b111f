"""The people of a file, each once, in a store of their own on this machine's disk, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from broadsheet.newsletters.importing.people import Person, Refused
from broadsheet.newsletters.importing.states import SEVERITY

MOST_REFUSED = 10_000  # of which it is written down where they stand; all are counted
_BATCH = 5_000

_TABLE = """
CREATE TABLE people (
    place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, severity INTEGER NOT NULL, line INTEGER NOT NULL,
    address TEXT NOT NULL, state TEXT NOT NULL, joined TEXT, left TEXT, consent TEXT NOT NULL
)"""
# Of somebody who stands there twice, what says most clearly that they do not want it holds; else the first.
_PUT = """
INSERT INTO people (key, severity, line, address, state, joined, left, consent)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
    severity = excluded.severity, line = excluded.line, state = excluded.state, joined = excluded.joined,
    left = excluded.left, consent = excluded.consent
WHERE excluded.severity > severity"""
_AFTER = """
SELECT line, address, key, state, joined, left, consent FROM people WHERE place > ? ORDER BY place LIMIT ?"""


class Staging:
    """Filled once, and read from any place on; the same file makes the same places."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self.rows = 0
        self.refused_count = 0
        self.refused: list[Refused] = []
        self.states: dict[str, int] = {}

    def fill(self, people: Iterable[Person | Refused], *, beat: Callable[[int], None]) -> None:
        """Take everybody in; `beat` hears the number of rows from time to time."""
        rows = iter(people)
        while batch := list(islice(rows, _BATCH)):
            self._store.executemany(_PUT, [self._values(one) for one in batch if isinstance(one, Person)])
            self._note([one for one in batch if isinstance(one, Refused)])
            self.rows += len(batch)
            beat(self.rows)
        self.states = dict(self._store.execute("SELECT state, COUNT(*) FROM people GROUP BY state"))

    @property
    def people(self) -> int:
        """How many different addresses there are."""
        return sum(self.states.values())

    @property
    def duplicates(self) -> int:
        """Rows of people who stand in the file before."""
        return self.rows - self.refused_count - self.people

    def after(self, place: int, *, number: int) -> list[Person]:
        """The next people after a place, from 0, at most `number`."""
        return [_person(row) for row in self._store.execute(_AFTER, (place, number))]

    def _note(self, refused: list[Refused]) -> None:
        self.refused_count += len(refused)
        self.refused += refused[: MOST_REFUSED - len(self.refused)]

    @staticmethod
    def _values(person: Person) -> tuple[str | int | None, ...]:
        who = (person.key, SEVERITY[person.state], person.line, person.address, person.state)
        return (*who, _text(person.joined), _text(person.left), person.consent)


@contextmanager
def staging() -> Iterator[Staging]:
    """An empty store, of which nothing is left afterwards, even if the process is killed."""
    # SQLite's temporary database: its file has no name, and is gone with the connection.
    store = sqlite3.connect("", isolation_level=None)
    try:
        store.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLE}")
        store.execute("BEGIN")
        yield Staging(store)
    finally:
        store.close()


def _person(row: tuple[int, str, str, str, str | None, str | None, str]) -> Person:
    line, address, key, state, joined, left, consent = row
    return Person(line, address, key, state, _moment(joined), _moment(left), consent)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
