"""Runs background tasks, from the database or from Redis, until the process is told to stop."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from typing import Protocol

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from broadsheet.operations.worker.presence import presence_folder, signs

logger = logging.getLogger(__name__)

POLL = 1.0  # seconds between two looks at an empty queue
OUTAGE_PAUSE = 3.0  # seconds between two tries while the database is away


class TaskRunner(Protocol):
    """Runs tasks; `run` returns, or raises SystemExit, when the process is told to stop."""

    def run(self) -> None: ...


class DatabaseTasks:
    """Tasks kept in the database, one at a time."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._worker = Worker(
            queue_names=["*"],
            interval=POLL,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Work until told to stop; a database that is away is waited for."""
        self._worker.configure_signals()
        try:
            while self._worker.running:
                self._run_until_outage()
        finally:
            with suppress(OperationalError, InterfaceError):
                put_back([self._name])

    def _run_until_outage(self) -> None:
        try:
            put_back([self._name])
            bury_dead_workers()
            self._worker.run()
        except (OperationalError, InterfaceError) as error:
            # The clock tells at once that the database is away, and tells it once.
            logger.debug("Tasks wait for the database: %s", error, extra={"event": "tasks_wait"})
            connections.close_all()
            time.sleep(OUTAGE_PAUSE)


class RedisTasks:
    """Tasks kept in Redis or Valkey."""

    def __init__(self, name: str) -> None:
        self._name = name

    def run(self) -> None:
        """Work until told to stop."""
        import django_rq
        from django_tasks_rq import Job

        # In this process, not a fork of it: a fork beside the clock's thread may inherit a lock for ever.
        worker = django_rq.get_worker(
            "default", job_class=Job, worker_class="rq.worker.SimpleWorker", name=self._name
        )
        worker.work(with_scheduler=True, logging_level="WARNING")


def put_back(names: list[str]) -> int:
    """Have tasks done again that these workers began and did not end; every task may run twice."""
    begun = DBTaskResult.objects.running()
    lost = [task.pk for task in begun if task.worker_ids and task.worker_ids[-1] in names]
    ready = DBTaskResult.objects.filter(pk__in=lost, status=TaskResultStatus.RUNNING)
    count = ready.update(status=TaskResultStatus.READY)
    if count:
        logger.warning("Put back %s unfinished tasks", count, extra={"event": "tasks_put_back"})
    return count


def bury_dead_workers() -> None:
    """Take over the work of workers of this home that were killed."""
    folder = presence_folder()
    dead = [sign.name for sign in signs(folder) if not sign.alive]
    put_back(dead)
    for name in dead:
        (folder / name).unlink(missing_ok=True)


def task_runner(name: str) -> TaskRunner:
    """The runner for wherever this newsroom keeps its tasks."""
    return RedisTasks(name) if settings.REDIS_URL else DatabaseTasks(name)
