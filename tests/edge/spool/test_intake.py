"""What waits is done once, in order, when the database is there."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from broadsheet.edge.models import TakenIn
from broadsheet.edge.spool import refused, spool, take_in, waiting
from broadsheet.edge.spool.intake import _alone
from tests.database import is_postgresql
from tests.edge.spool.crew import SIGN_UP, beat, database_away, done, ended, fork, sign_up, spool_readers

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_acts_are_done_in_order_and_their_files_are_gone(home: Path) -> None:
    names = spool_readers(12)
    assert take_in() == 12
    assert done() == names
    assert (waiting(), take_in()) == (0, 0)
    assert TakenIn.objects.count() == 12


def test_no_more_than_asked_for_are_taken_in_at_a_time() -> None:
    names = spool_readers(5)
    assert take_in(most=2) == 2
    assert done() == names[:2]
    assert beat(2) == 3


def test_nothing_waits_and_the_database_is_not_even_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert take_in() == 0


def test_an_act_whose_file_is_found_again_is_not_done_again(home: Path) -> None:
    spool(SIGN_UP, {"reader": "Cleo"})
    (file,) = (home / "spool" / "waiting").iterdir()
    kept = file.read_bytes()
    assert take_in() == 1
    file.write_bytes(kept)
    assert take_in() == 0
    assert (done(), waiting()) == (["Cleo"], 0)


def test_a_database_that_is_away_leaves_all_and_tries_are_not_counted(home: Path) -> None:
    names = spool_readers(3)
    files = sorted((home / "spool" / "waiting").iterdir())
    with database_away():
        assert beat(7) == 0
    assert sorted((home / "spool" / "waiting").iterdir()) == files
    assert take_in() == 3
    assert (done(), refused()) == (names, 0)


def test_a_database_that_goes_in_the_midst_is_left_and_found_again(home: Path, desk: dict[str, Any]) -> None:
    names = spool_readers(4)
    files = sorted((home / "spool" / "waiting").iterdir())
    outage = database_away()

    def lose_the_third(act: dict[str, Any]) -> None:
        sign_up(act)
        if act["reader"] == names[2]:
            outage.__enter__()
            raise OperationalError("server closed the connection unexpectedly")

    desk[SIGN_UP] = lose_the_third
    try:
        assert take_in() == 2
    finally:
        outage.__exit__(None, None, None)
    assert sorted((home / "spool" / "waiting").iterdir()) == files[2:]
    desk[SIGN_UP] = sign_up
    assert take_in() == 2
    assert done() == names


@pytest.fixture
def impatient() -> Iterator[None]:
    """SQLite's connection waits a moment only for the others."""
    options = connection.settings_dict["OPTIONS"]
    patience = options["timeout"]
    connection.close()
    options["timeout"] = 0.1
    yield
    connection.close()
    options["timeout"] = patience


@pytest.mark.skipif(is_postgresql(), reason="SQLite locks the whole database.")
@pytest.mark.usefixtures("impatient")
def test_a_database_that_is_locked_is_away() -> None:
    spool_readers(2)
    other = sqlite3.connect(connection.settings_dict["NAME"])
    other.execute("BEGIN IMMEDIATE")
    assert beat(6) == 0
    other.close()
    assert (take_in(), refused()) == (2, 0)


def test_it_asks_for_a_transaction_of_its_own() -> None:
    spool_readers(1)
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        take_in()
    assert (waiting(), take_in()) == (1, 1)


def hold(ready: Event, go_home: Event) -> None:
    """Be the one that takes in."""
    with _alone() as is_alone:
        assert is_alone
        ready.set()
        go_home.wait(30)


def test_only_one_process_takes_in_at_a_time() -> None:
    spool_readers(1)
    context = multiprocessing.get_context("fork")
    ready, go_home = context.Event(), context.Event()
    other = fork(hold, ready, go_home)
    assert ready.wait(30)
    assert (take_in(), waiting()) == (0, 1)
    go_home.set()
    assert ended(other) == 0
    assert take_in() == 1


def test_a_commit_outlives_a_power_cut_whatever_the_database_is_set_to(desk: dict[str, Any]) -> None:
    ask = "SHOW synchronous_commit" if is_postgresql() else "PRAGMA synchronous"

    def setting() -> Any:
        with connection.cursor() as cursor:
            cursor.execute(ask)
            return cursor.fetchone()[0]

    before, seen = setting(), []
    desk[SIGN_UP] = lambda act: seen.append(setting())
    spool_readers(1)
    assert take_in() == 1
    assert seen == ["on" if is_postgresql() else 2]
    assert before == setting() == ("off" if is_postgresql() else 1)
