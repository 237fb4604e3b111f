"""An act that is kept is done at once where that takes a moment, and never twice."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

import pytest
from django.db import connection

from broadsheet.edge.distress import hoist, strike
from broadsheet.edge.models import Change
from broadsheet.edge.spool import at_once, keep, kinds, waiting
from tests.database import is_postgresql
from tests.edge.spool.crew import SIGN_UP, beat, done

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_it_is_done_when_its_reader_has_the_answer() -> None:
    assert keep(SIGN_UP, {"reader": "Cleo"})
    assert (done(), waiting(), beat(1)) == (["Cleo"], 0, 0)


@pytest.mark.skipif(is_postgresql(), reason="It holds SQLite's own lock.")
def test_a_reader_waits_a_moment_and_the_act_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "MOMENT", 0.05)
    busy = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    kept = [keep(SIGN_UP, {"reader": name}) for name in ("Ada", "Ben", "Cleo", "Dan", "Eve", "Flo")]
    assert time.monotonic() - began < 2
    assert (kept, waiting(), Change.objects.count()) == ([False] * 6, 6, 0)
    busy.execute("COMMIT")
    busy.close()
    until = time.monotonic() + 20
    while len(done()) < 6 and time.monotonic() < until:
        beat(1)
    beat(1)
    assert (sorted(done()), waiting()) == (["Ada", "Ben", "Cleo", "Dan", "Eve", "Flo"], 0)


def test_what_fails_is_left_to_the_worker(
    monkeypatch: pytest.MonkeyPatch, desk: dict[str, kinds.Handler]
) -> None:
    def stumble(act: dict[str, Any]) -> None:
        Change.objects.create(tags=["half"])
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setitem(desk, SIGN_UP, stumble)
        assert not keep(SIGN_UP, {"reader": "Cleo"})
    assert (done(), waiting()) == ([], 1)
    assert (beat(1), done()) == (1, ["Cleo"])


def test_a_database_that_is_known_to_be_away_is_not_asked() -> None:
    hoist("database")
    assert not keep(SIGN_UP, {"reader": "Cleo"})
    assert (done(), waiting()) == ([], 1)
    strike()
    hoist("software")
    assert keep(SIGN_UP, {"reader": "Dan"})
