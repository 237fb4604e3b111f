"""What nobody will need again is cleared away, once a day."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from broadsheet.edge.models import TakenIn
from broadsheet.edge.spool import take_in
from broadsheet.edge.spool.tidying import tidy
from tests.edge.spool.crew import database_away, spool_readers

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OLD = 25 * 60 * 60


def taken_in(days: int) -> UUID:
    """An act that was taken in so long ago."""
    return TakenIn.objects.create(act=uuid4(), at=timezone.now() - timedelta(days=days)).act


def age(path: Path) -> Path:
    os.utime(path, (time.time() - OLD, time.time() - OLD))
    return path


@pytest.fixture
def lock(home: Path) -> Path:
    """Of a spool that has been used."""
    spool_readers(1)
    take_in()
    TakenIn.objects.all().delete()
    return home / "spool" / "lock"


def test_acts_taken_in_long_ago_are_forgotten(lock: Path) -> None:
    taken_in(days=31)
    kept = taken_in(days=29)
    tidy()
    assert list(TakenIn.objects.values_list("act", flat=True)) == [kept]


@pytest.mark.parametrize("folder", ["waiting", "refused"])
def test_but_not_while_their_file_is_there(folder: str, lock: Path) -> None:
    act = taken_in(days=31)
    (lock.parent / folder).mkdir(exist_ok=True)
    (lock.parent / folder / f"{time.time_ns():020d}-{act}.3.json").write_text("{}")
    tidy()
    assert TakenIn.objects.filter(act=act).exists()


def test_files_that_a_killed_process_left_half_written_go_after_a_day(lock: Path) -> None:
    folder = lock.parent / "waiting"
    old, young = folder / ".old.json", folder / ".young.json"
    for path in (old, young):
        path.write_text('{"version"')
    age(old)
    tidy()
    assert (old.exists(), young.exists()) == (False, True)


def test_a_reason_goes_when_its_act_has_gone(lock: Path) -> None:
    folder = lock.parent / "refused"
    folder.mkdir()
    for name in ("done.why.txt", "refused.why.txt", "refused.json"):
        age_of = folder / name
        age_of.write_text("why")
        age(age_of)
    tidy()
    assert sorted(path.name for path in folder.iterdir()) == ["refused.json", "refused.why.txt"]


def test_it_is_done_once_a_day(lock: Path) -> None:
    taken_in(days=31)
    take_in()
    assert TakenIn.objects.exists()
    age(lock)
    take_in()
    assert not TakenIn.objects.exists()
    taken_in(days=31)
    take_in()
    assert TakenIn.objects.exists()


def test_a_database_that_is_away_is_waited_for(lock: Path) -> None:
    taken_in(days=31)
    age(lock)
    with database_away():
        assert take_in() == 0
    take_in()
    assert not TakenIn.objects.exists()
