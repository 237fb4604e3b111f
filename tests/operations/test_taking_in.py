"""The worker's clock takes in what readers did while the database was away; the doctor sees what stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from broadsheet.edge.models import Change
from broadsheet.edge.spool import kinds, spool, take_in, waiting
from broadsheet.operations.doctor import work
from broadsheet.operations.doctor.finding import Level
from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence


def file_letter(act: dict[str, Any]) -> None:
    Change.objects.create(tags=[act["from"]])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> dict[str, kinds.Handler]:
    """Who takes what, in a home of its own."""
    settings.HOME = tmp_path
    handlers: dict[str, kinds.Handler] = {"letter": file_letter}
    monkeypatch.setattr(kinds, "_handlers", handlers)
    return handlers


def stumble(*_: Any) -> None:
    raise ZeroDivisionError


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_every_beat_takes_in_what_waits(tmp_path: Path) -> None:
    spool("letter", {"from": "Cleo"})
    with Presence(tmp_path / "workers") as presence:
        Clock(presence).beat()
    assert (waiting(), Change.objects.count()) == (0, 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_step_that_stumbles_holds_up_no_other_and_the_worker_is_not_called_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("broadsheet.operations.worker.schedule.appointments_due", stumble)
    spool("letter", {"from": "Cleo"})
    with Presence(tmp_path / "workers") as presence:
        touched: list[bool] = []
        monkeypatch.setattr(presence, "touch", lambda: touched.append(True))
        Clock(presence).beat()
    assert (waiting(), touched) == (0, [])
    assert "The clock stumbled" in caplog.text


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_sign_of_life_that_finds_no_room_does_not_stop_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_room() -> None:
        raise OSError(28, "No space left on device")

    with Presence(tmp_path / "workers") as presence:
        monkeypatch.setattr(presence, "touch", no_room)
        Clock(presence).beat()
    assert "The clock stumbled" in caplog.text


def test_nothing_waits_and_the_doctor_is_content() -> None:
    (finding,) = work.spool()
    assert finding.level is Level.GOOD


def test_an_act_that_just_arrived_is_no_worry() -> None:
    spool("letter", {"from": "Cleo"})
    (finding,) = work.spool()
    assert (finding.level, finding.words) == (Level.GOOD, "readers' acts waiting: 1")


def test_an_act_that_waits_for_long_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "LATE", -1)
    spool("letter", {"from": "Cleo"})
    (finding,) = work.spool()
    assert finding.level is Level.DOUBT
    assert finding.remedy


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_refused_act_is_named_with_the_remedy(tmp_path: Path, desk: dict[str, kinds.Handler]) -> None:
    desk["letter"] = stumble
    spool("letter", {"from": "Cleo"})
    for _ in range(5):
        take_in()
    (finding,) = work.spool()
    assert (finding.level, finding.words) == (Level.DOUBT, "readers' acts that could not be done: 1")
    assert str(tmp_path / "spool" / "refused") in finding.remedy
