"""`worker`: do the newsroom's background work."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand

from broadsheet.delivery.engine.postman import Postman
from broadsheet.delivery.ledger.taking_over import take_over
from broadsheet.narration.narrator import Narrator
from broadsheet.narration.turn.claiming import hand_back
from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence, presence_folder, signs
from broadsheet.operations.worker.tasks import task_runner

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs background tasks, publishes what is scheduled, sends mail and voices stories, until SIGTERM or SIGINT."""

    help = "Run background tasks, publish what is scheduled, send mail and voice stories, until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        with Presence(presence_folder()) as presence:
            # Before the others bury them: what they had claimed need not wait for its lease to run out.
            dead = [sign.name for sign in signs(presence_folder()) if not sign.alive]
            take_over(dead=dead)
            hand_back(dead)
            threads = _beside_the_tasks(presence)
            logger.info("Worker %s is at work", presence.name, extra={"event": "worker_started"})
            for thread in threads:
                thread.start()
            try:
                task_runner(presence.name).run()
            finally:
                for thread in reversed(threads):
                    thread.stop()
                logger.info("Worker %s has stopped", presence.name, extra={"event": "worker_stopped"})


def _beside_the_tasks(presence: Presence) -> tuple[Clock | Postman | Narrator, ...]:
    return Clock(presence), Postman(presence.name), Narrator(presence.name)
