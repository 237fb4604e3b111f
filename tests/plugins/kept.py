"""What most tests begin with is made once in a while, its rows are taken down, and other tests get them put in.

Founding a paper and publishing a story takes forty times as long as inserting their rows.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.backends.base.creation import BaseDatabaseCreation
from django.test import TransactionTestCase

FRESH = 30  # seconds: nobody takes what a test has for older than it is
MATTERS = ("PUBLIC_URL", "LANGUAGE_CODE", "TIME_ZONE", "MEDIA_ROOT", "WAGTAILSEARCH_BACKENDS")
Thing = TypeVar("Thing")
Row = tuple[Any, ...]
Rows = dict[str, set[Row]]
_numbers = count()
_patch = pytest.MonkeyPatch()


@dataclass(frozen=True, slots=True)
class Taken:
    """What making something did to the rows of the tables it touched, and how many there were before."""

    when: float
    gone: Rows
    come: Rows
    counts: dict[str, int]
    files: set[Path]
    number: int = field(default_factory=lambda: next(_numbers))

    def fits(self) -> bool:
        """Whether it is young, its files are there, and these tables look as they did before."""
        if time.monotonic() - self.when > FRESH or not all(file.exists() for file in self.files):
            return False
        return bool(self.counts) and self.counts == _count(list(self.counts))

    def put_in(self) -> bool:
        """Do to the rows what making it would do; whether nothing was in the way."""
        try:
            with transaction.atomic():
                delete(self.gone)
                insert(self.come)
        except IntegrityError:
            return False
        return True


class Kept:
    """Makes what a test's fixtures ask for, or puts it in as it was made for another test."""

    _taken: ClassVar[dict[tuple[Any, ...], Taken]] = {}

    def __init__(self) -> None:
        self._before: tuple[Any, ...] = tuple(repr(getattr(settings, name)) for name in MATTERS)

    def __call__(self, name: str, make: Callable[[], Thing], *, find: Callable[[], Thing]) -> Thing:
        """What `make` makes; where its rows were only put in, `find` finds it."""
        # Where pages are stored, others hear of what is made.
        if settings.PAGE_STORE:
            return make()
        key = (*self._before, name)
        taken = self._taken.get(key)
        if taken is not None and taken.fits() and taken.put_in():
            thing = find()
        else:
            thing, taken = _take(make)
            self._taken[key] = taken
        self._before = (*key, taken.number)  # what comes next may point at these very rows
        return thing


@pytest.fixture
def kept(db: None) -> Kept:
    """Makes things, or puts in their rows."""
    return Kept()


def _take(make: Callable[[], Thing]) -> tuple[Thing, Taken]:
    before, files = every_row(), _files()
    thing = make()
    after = every_row()
    touched = [table for table in after if before[table] != after[table]]
    gone = {table: before[table] - after[table] for table in touched}
    come = {table: after[table] - before[table] for table in touched}
    counts = {table: len(before[table]) for table in touched}
    return thing, Taken(time.monotonic(), gone, come, counts, _files() - files)


def _files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def _tables() -> dict[str, str]:
    """The column of the primary key of every table that a model has; SQLite fills its full text by itself."""
    metas = [model._meta for model in apps.get_models(include_auto_created=True)]
    return {
        meta.db_table: meta.pk.column
        for meta in metas
        if meta.managed and not meta.proxy and not meta.db_table.endswith("_fts")
    }


def every_row() -> Rows:
    """All that is in the database."""
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - ours
            rows[table] = set(map(tuple, cursor.fetchall()))
    return rows


def _count(tables: list[str]) -> dict[str, int]:
    questions = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(questions)
        return dict(cursor.fetchall())


def delete(rows: Rows) -> None:
    """Remove the rows; nothing else goes with them."""
    with connection.cursor() as cursor:
        for table, gone in rows.items():
            column = _tables()[table]
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608 - ours
            place = [described[0] for described in cursor.description].index(column)
            cursor.executemany(
                f'DELETE FROM "{table}" WHERE "{column}" = %s',  # noqa: S608 - ours
                [(row[place],) for row in gone],
            )


def insert(rows: Rows) -> None:
    """Put the rows in; those that point at each other may come in any order."""
    with connection.cursor() as cursor:
        for table, come in rows.items():
            if come:
                places = ", ".join(["%s"] * len(next(iter(come))))
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', list(come))  # noqa: S608 - ours


def _first_rows_again(creation: BaseDatabaseCreation, data: str) -> None:
    """What migrations put in, before a test that really writes: saved by Django the first time, then as rows."""
    global _first_rows
    if _first_rows is None:
        _by_django(creation, data)
        _first_rows = every_row()
    else:
        put_first_rows_back()


def _emptied(test_case: Any) -> None:
    """Leave the database after a test that really wrote as the next one of any kind expects it.

    Workers take tests from one another: one that writes nothing may come after one that did. What a test wrote is
    a few rows: PostgreSQL empties all tables in half a second.
    """
    if _first_rows is not None and test_case.serialized_rollback:
        put_first_rows_back()
    else:
        _by_flushing(test_case)


def put_first_rows_back() -> None:
    """Have exactly those rows in the database that migrations put in."""
    assert _first_rows is not None
    with transaction.atomic():
        now = every_row()  # with the lock held: a tab that was closed may have a request under way
        delete({table: now[table] - rows for table, rows in _first_rows.items() if now[table] - rows})
        insert({table: rows - now[table] for table, rows in _first_rows.items() if rows - now[table]})


_first_rows: Rows | None = None
_by_django = BaseDatabaseCreation.deserialize_db_from_string
_by_flushing = TransactionTestCase._fixture_teardown


def pytest_configure() -> None:
    """Have Django put back the first rows in our way."""
    _patch.setattr(BaseDatabaseCreation, "deserialize_db_from_string", _first_rows_again)
    _patch.setattr(TransactionTestCase, "_fixture_teardown", _emptied)


def pytest_unconfigure() -> None:
    """Leave Django as it was."""
    _patch.undo()
