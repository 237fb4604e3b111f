"""An editor's act is purged at once where that works, and later where it does not; the editor never notices."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from broadsheet.edge.purging import everywhere, purge_everywhere, tasks
from broadsheet.edge.purging.configuration import purgers
from broadsheet.edge.purging.memory import THE_MEMORY, MemoryPurger

FERRY = "https://paper.example/harbour/ferry/"


@pytest.fixture
def cdn(settings: LazySettings, db: None) -> Iterator[MemoryPurger]:
    """A CDN that keeps the ferry's story, and a worker's queue in the database."""
    settings.CDN = ["memory://"]
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    THE_MEMORY.forget_all()
    THE_MEMORY.keep(FERRY, THE_MEMORY.response_headers(["page:12"]))
    yield THE_MEMORY
    THE_MEMORY.forget_all()


def change(*, gone: bool = False) -> bool:
    return purge_everywhere(["page:12"], [FERRY], gone=gone)


def waiting() -> list[Any]:
    return list(DBTaskResult.objects.filter(status="READY"))


def run(waits: Any) -> None:
    """What the worker does when the time has come."""
    waits.task.call(*waits.args_kwargs["args"], **waits.args_kwargs["kwargs"])
    waits.delete()


def seconds_until(moment: datetime) -> float:
    return (moment - timezone.now()).total_seconds()


def test_a_change_is_purged_before_the_editor_goes_on(cdn: MemoryPurger) -> None:
    assert change() is True
    assert cdn.pages == {}


def test_without_a_cdn_there_is_nothing_to_wait_for(settings: LazySettings) -> None:
    settings.CDN = []
    assert change() is True


def test_what_was_under_way_to_the_cdn_goes_a_few_seconds_later(cdn: MemoryPurger) -> None:
    change()
    cdn.keep(FERRY, cdn.response_headers(["page:12"]))
    [again] = waiting()
    assert 3 < seconds_until(again.run_after) <= 5
    assert not DBTaskResult.objects.ready().exists()  # no worker takes it before
    run(again)
    assert cdn.pages == {}
    assert waiting() == []


def test_a_cdn_that_is_away_is_asked_again_until_it_is_back(cdn: MemoryPurger) -> None:
    cdn.away = True
    assert change() is False
    run(waiting()[0])
    run(waiting()[0])
    assert FERRY in cdn.pages
    cdn.away = False
    run(waiting()[0])
    assert cdn.pages == {}
    assert waiting() == []


def test_the_pauses_grow_to_hours_and_end(cdn: MemoryPurger, caplog: pytest.LogCaptureFixture) -> None:
    cdn.away = True
    change()
    pauses = []
    with caplog.at_level(logging.WARNING):
        while tasks_left := waiting():
            pauses.append(round(seconds_until(tasks_left[0].run_after)))
            run(tasks_left[0])
    assert pauses == list(tasks.PAUSES) == sorted(pauses)
    assert timedelta(hours=12) < timedelta(seconds=sum(pauses)) < timedelta(hours=24)
    assert [record.event for record in caplog.records][-1] == "purge_given_up"


def test_a_task_that_runs_twice_does_no_harm(cdn: MemoryPurger) -> None:
    change()
    [again] = waiting()
    again.task.call(*again.args_kwargs["args"], **again.args_kwargs["kwargs"])
    run(again)
    assert waiting() == []


def test_a_cdn_that_refuses_is_not_asked_again(cdn: MemoryPurger, caplog: pytest.LogCaptureFixture) -> None:
    cdn.refuses = True
    assert change() is False
    assert waiting() == []
    assert [record.event for record in caplog.records] == ["purge_given_up"]


def test_what_must_be_gone_is_tried_even_where_the_cdn_refuses(cdn: MemoryPurger) -> None:
    cdn.refuses = True
    assert change(gone=True) is False
    cdn.refuses = False
    run(waiting()[0])
    assert cdn.pages == {}


def test_a_failure_is_logged_under_its_name(cdn: MemoryPurger, caplog: pytest.LogCaptureFixture) -> None:
    cdn.away = True
    change(gone=True)
    [record] = caplog.records
    assert (record.event, record.gone, record.levelname) == ("purge_failed", True, "WARNING")


def test_an_editor_waits_no_longer_than_was_allowed(
    cdn: MemoryPurger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everywhere, "PATIENCE", 0.1)
    monkeypatch.setattr(cdn, "purge", lambda **words: time.sleep(1), raising=False)
    began = time.monotonic()
    assert change() is False
    assert time.monotonic() - began < 0.8
    assert len(waiting()) == 1


def test_one_that_hangs_does_not_keep_another_from_purging(
    cdn: MemoryPurger, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = MemoryPurger()
    slow.name = "slow"
    monkeypatch.setattr(slow, "purge", lambda **words: time.sleep(1), raising=False)
    monkeypatch.setattr(everywhere, "PATIENCE", 0.2)
    monkeypatch.setattr(everywhere, "purgers", lambda: [slow, *purgers()])
    assert change() is False
    assert cdn.pages == {}


def test_only_those_that_failed_are_asked_again(cdn: MemoryPurger, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = MemoryPurger()
    slow.name, slow.away = "slow", True
    for module in (everywhere, tasks):
        monkeypatch.setattr(module, "purgers", lambda: [slow, cdn])
    change()
    run(waiting()[0])
    assert len(cdn.purged) == 2
    run(waiting()[0])
    assert len(cdn.purged) == 2


def test_a_queue_that_is_away_costs_the_editor_nothing(
    cdn: MemoryPurger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*words: object, **more: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(everywhere, "queue", away)
    assert change() is False
    assert cdn.pages == {}
    assert caplog.records[-1].event == "purge_failed"


def test_a_backend_that_raises_anything_costs_the_editor_nothing(
    cdn: MemoryPurger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(**words: object) -> None:
        raise KeyError("DISTRIBUTION_ID")

    monkeypatch.setattr(cdn, "purge", stumble, raising=False)
    assert change() is False
    assert len(waiting()) == 1


def test_tasks_that_cannot_wait_are_not_queued(cdn: MemoryPurger, settings: LazySettings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    cdn.away = True
    assert change() is False
    assert cdn.purged == []


def test_the_task_names_no_token(settings: LazySettings, cdn: MemoryPurger) -> None:
    settings.CDN = ["fastly://secret@id?api=http://127.0.0.1:9"]
    change()
    assert "secret" not in str(waiting()[0].args_kwargs)
