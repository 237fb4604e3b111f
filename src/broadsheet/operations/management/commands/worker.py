"""`worker`: do the newsroom's background work."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand

from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence, presence_folder
from broadsheet.operations.worker.tasks import task_runner

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs background tasks and publishes what is scheduled, until SIGTERM or SIGINT."""

    help = "Run background tasks and publish what is scheduled, until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        with Presence(presence_folder()) as presence:
            clock = Clock(presence)
            logger.info("Worker %s is at work", presence.name, extra={"event": "worker_started"})
            clock.start()
            try:
                task_runner(presence.name).run()
            finally:
                clock.stop()
                logger.info("Worker %s has stopped", presence.name, extra={"event": "worker_stopped"})
