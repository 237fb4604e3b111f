"""Do one act, once, in a transaction that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection, transaction

from broadsheet.edge.models import TakenIn
from broadsheet.edge.spool.acts import MOST_BYTES, read_act
from broadsheet.edge.spool.errors import DatabaseAwayError
from broadsheet.edge.spool.folder import Slip, waiting_folder
from broadsheet.edge.spool.kinds import handler_of

# What a database raises that is away, locked, full or (PostgreSQL after a failover) read-only.
TROUBLE = (OperationalError, InterfaceError, InternalError)


def do_once(slip: Slip) -> bool:
    """Do an act, unless it was done before; whether it was done now. Raises what its handler raises."""
    act = slip.act
    with _lasting():
        _, is_new = TakenIn.objects.get_or_create(act=act)
        if is_new:
            _do(slip)
    return is_new


def check_database() -> None:
    """Raise `DatabaseAwayError` unless the database would take a row in."""
    try:
        with transaction.atomic(durable=True):
            TakenIn.objects.create(act=uuid4())
            transaction.set_rollback(True)
    except (DatabaseError, InterfaceError) as error:
        raise DatabaseAwayError(str(error)) from error


def _do(slip: Slip) -> None:
    with (waiting_folder() / slip.file).open("rb") as file:
        kind, act = read_act(file.read(MOST_BYTES + 1))
    handler_of(kind)(act)


@contextmanager
def _lasting() -> Iterator[None]:
    """A transaction that outlives a power cut once it is committed.

    SQLite's NORMAL and PostgreSQL's `synchronous_commit=off` may forget the last commits. The act's file
    is gone then, and with it the act.
    """
    with _full_sync(), transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('synchronous_commit', 'on', true)"
                    " WHERE current_setting('synchronous_commit') = 'off'"
                )
        yield


@contextmanager
def _full_sync() -> Iterator[None]:
    # SQLite lets nobody change it inside a transaction, as a test that is rolled back at its end is one.
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        (before,) = cursor.execute("PRAGMA synchronous").fetchone()
        cursor.execute("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={int(before)}")
