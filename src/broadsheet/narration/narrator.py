"""A thread of the worker that voices one story after another."""

from __future__ import annotations

import logging
import threading
import time

from django.db import InterfaceError, OperationalError, close_old_connections, connections

from broadsheet.narration.actions.tidy import tidy
from broadsheet.narration.actions.withdraw import withdraw_unreadable
from broadsheet.narration.turn.claiming import claim
from broadsheet.narration.turn.doing import FindVoice, do
from broadsheet.narration.voices.opening import close_voices, voice_for

logger = logging.getLogger(__name__)

IDLE = 0.5  # seconds between two looks for work
ROUND = 5.0  # seconds between two looks for what may not be heard any more
HOUR = 3600.0
DATABASE_PAUSE = 5.0
LAST_WORDS = 10.0  # seconds that a sentence under way may take when the worker is told to stop


class Narrator(threading.Thread):
    """Claims, voices and puts in place until it is stopped; survives a database and a voice that are away."""

    def __init__(self, name: str, *, find_voice: FindVoice = voice_for, idle: float = IDLE) -> None:
        super().__init__(name="narrator", daemon=True)
        self._worker = name
        self._find_voice = find_voice
        self._idle = idle
        self._ended = threading.Event()
        self._next_round = self._next_tidying = 0.0
        self._database_away = False

    def run(self) -> None:
        """Work until told to stop."""
        while not self._ended.is_set():
            close_old_connections()
            self._ended.wait(self._survive())
        close_voices()
        connections.close_all()

    def stop(self) -> None:
        """Claim nothing more. What is under way is taken over by the next worker, with what was said so far."""
        self._ended.set()
        if self.is_alive():
            self.join(timeout=LAST_WORDS)

    def voice_all(self) -> int:
        """Voice what is due, in this thread; returns how many stories that were."""
        count = 0
        while self._voice_next():
            count += 1
        return count

    def _survive(self) -> float:
        """Do what is next; how long to wait then. Whatever goes wrong, the thread goes on."""
        try:
            self._look_round()
            busy = self._voice_next()
        except (OperationalError, InterfaceError) as error:
            return self._wait_for_database(error)
        except Exception:  # a narrator who gives up would go unnoticed until readers ask
            logger.exception("The narrator stumbled", extra={"event": "narrator_stumbled"})
            return ROUND
        self._database_away = False
        return 0.0 if busy else self._idle

    def _look_round(self) -> None:
        now = time.monotonic()
        if now >= self._next_round:
            self._next_round = now + ROUND
            withdraw_unreadable()
        if now >= self._next_tidying:
            self._next_tidying = now + HOUR
            tidy()

    def _voice_next(self) -> bool:
        narration = claim(self._worker)
        if narration is None:
            return False
        do(narration, self._find_voice)
        return True

    def _wait_for_database(self, error: Exception) -> float:
        if not self._database_away:
            words = " ".join(str(error).split())
            logger.warning("Voices wait for the database: %s", words, extra={"event": "narration_waits"})
        self._database_away = True
        connections.close_all()
        return DATABASE_PAUSE
