"""`worker`: do the newsroom's background work."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand

from broadsheet.delivery.engine.postman import Postman
from broadsheet.delivery.ledger.taking_over import take_over
from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence, presence_folder, signs
from broadsheet.operations.worker.tasks import task_runner

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs background tasks, publishes what is scheduled and sends mail, until SIGTERM or SIGINT."""

    help = "Run background tasks, publish what is scheduled and send mail, until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        with Presence(presence_folder()) as presence:
            # Before the others bury them: what they had claimed need not wait for its lease to run out.
            take_over(dead=[sign.name for sign in signs(presence_folder()) if not sign.alive])
            clock, postman = Clock(presence), Postman(presence.name)
            logger.info("Worker %s is at work", presence.name, extra={"event": "worker_started"})
            clock.start()
            postman.start()
            try:
                task_runner(presence.name).run()
            finally:
                postman.stop()
                clock.stop()
                logger.info("Worker %s has stopped", presence.name, extra={"event": "worker_stopped"})
