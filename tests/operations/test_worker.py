"""Workers show that they live, and what a killed one left is done by another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import uuid
from pathlib import Path

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from broadsheet.operations.worker import clock as clock_module
from broadsheet.operations.worker import tasks
from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence, signs
from broadsheet.operations.worker.tasks import put_back


def hold(folder: Path, ready: multiprocessing.synchronize.Event) -> None:
    """Be present until killed."""
    with Presence(folder):
        ready.set()
        signal.pause()


@pytest.fixture
def killed(tmp_path: Path) -> str:
    """The name of a worker that was killed."""
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    process = context.Process(target=hold, args=(tmp_path, ready))
    process.start()
    assert ready.wait(10)
    (sign,) = signs(tmp_path)
    assert sign.alive
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    return sign.name


def test_a_worker_at_work_is_seen(tmp_path: Path) -> None:
    with Presence(tmp_path) as presence:
        (sign,) = signs(tmp_path)
        assert (sign.name, sign.alive) == (presence.name, True)
        assert sign.age < 5


def test_a_worker_that_has_gone_home_leaves_no_sign(tmp_path: Path) -> None:
    with Presence(tmp_path):
        pass
    assert signs(tmp_path) == []


def test_a_killed_worker_is_known_to_be_dead(tmp_path: Path, killed: str) -> None:
    assert [(sign.name, sign.alive) for sign in signs(tmp_path)] == [(killed, False)]


def begun_by(worker: str) -> DBTaskResult[..., object]:
    """A task that `worker` began."""
    return DBTaskResult.objects.create(
        id=uuid.uuid4(),
        status=TaskResultStatus.RUNNING,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="broadsheet.media.tasks.prepare_picture",
        worker_ids=[worker],
        backend_name="default",
        run_after=timezone.now(),
    )


@pytest.mark.django_db
def test_what_a_killed_worker_began_is_done_again(
    tmp_path: Path, killed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "presence_folder", lambda: tmp_path)
    lost = begun_by(killed)
    tasks.bury_dead_workers()
    lost.refresh_from_db()
    assert lost.status == TaskResultStatus.READY
    assert signs(tmp_path) == []


@pytest.mark.django_db
def test_what_a_living_worker_does_is_left_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "presence_folder", lambda: tmp_path)
    with Presence(tmp_path) as presence:
        running = begun_by(presence.name)
        tasks.bury_dead_workers()
    running.refresh_from_db()
    assert running.status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_only_the_worker_that_began_last_counts() -> None:
    task = begun_by("first")
    DBTaskResult.objects.filter(pk=task.pk).update(worker_ids=["first", "second"])
    assert put_back(["first"]) == 0
    assert put_back(["second"]) == 1


@pytest.mark.django_db
def test_the_clock_waits_for_a_database_that_is_away_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(now: object) -> list[object]:
        raise OperationalError("the server\nis gone")

    monkeypatch.setattr("broadsheet.operations.worker.schedule.appointments_due", away)
    monkeypatch.setattr(clock_module, "connections", _NoConnections())
    monkeypatch.setattr(clock_module, "close_old_connections", lambda: None)
    with Presence(tmp_path) as presence:
        clock = Clock(presence)
        clock.beat()
        clock.beat()
    outages = [record for record in caplog.records if record.__dict__.get("event") == "database_away"]
    assert [record.getMessage() for record in outages] == [
        "The database is away, waiting: the server is gone"
    ]


class _NoConnections:
    """The test's own connection must stay open."""

    def close_all(self) -> None: ...
