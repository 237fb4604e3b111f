"""A thread of the worker that empties the ledger."""

from __future__ import annotations

import logging
import threading
import time

from django.db import InterfaceError, OperationalError, close_old_connections, connections

from broadsheet.delivery.engine.envelopes import Envelopes
from broadsheet.delivery.engine.tuning import tune_connection
from broadsheet.delivery.ledger.claiming import Batch, claim
from broadsheet.delivery.ledger.closing import close
from broadsheet.delivery.ledger.recording import ClaimLostError, PausedError, Recorder, errors_so_far
from broadsheet.delivery.ledger.taking_over import take_over
from broadsheet.delivery.ledger.waking import wake
from broadsheet.delivery.transports.contract import Transport, TransportDownError
from broadsheet.delivery.transports.opening import open_transport

logger = logging.getLogger(__name__)

IDLE = 1.0  # seconds between two looks at an empty ledger
ROUND = 5.0  # seconds between two looks for what others left, and for what is to be tried again
FIRST, MOST = 100, 1000  # messages in a batch
BATCH = 2.0  # seconds that a batch should take
LONGEST_PAUSE = 60.0  # seconds between two tries to reach a server
KEPT_OPEN = 10.0  # seconds that connections stay open without mail
LAST_WORDS = 30.0  # seconds that messages under way may take when the worker is told to stop


class Postman(threading.Thread):
    """Claims, offers and records until it is stopped; survives a database and a mail server that are away."""

    def __init__(self, name: str, *, transport: Transport | None = None, idle: float = IDLE) -> None:
        super().__init__(name="postman", daemon=True)
        self._worker = name
        self._way = transport
        self._idle = idle
        self._ended = threading.Event()
        self._size = FIRST
        self._pause = 0.0
        self._next_round = 0.0
        self._last_sent = 0.0
        self._database_away = False

    def run(self) -> None:
        """Work until told to stop."""
        while not self._ended.is_set():
            close_old_connections()
            tune_connection()
            pause = self._survive()
            if pause > self._idle or time.monotonic() - self._last_sent > KEPT_OPEN:
                self._close()
            self._ended.wait(pause)
        self._close()
        connections.close_all()

    def stop(self) -> None:
        """Offer nothing more; what is under way is finished."""
        self._ended.set()
        if self.is_alive():
            self.join(timeout=LAST_WORDS)

    def deliver_all(self) -> int:
        """Deliver what waits, in this thread, until nothing is due; returns how many batches there were."""
        batches = 0
        while self._deliver_next():
            batches += 1
        return batches

    @property
    def _transport(self) -> Transport:
        """Opened when it is needed: an address that leads nowhere holds up mail, and nothing else of the worker's."""
        self._way = self._way or open_transport()
        return self._way

    def _close(self) -> None:
        if self._way is not None:
            self._way.close()

    def _survive(self) -> float:
        """Do a batch; how long to wait before the next. Whatever goes wrong, the thread goes on."""
        try:
            self._look_round()
            busy = self._deliver_next()
        except TransportDownError as error:
            return self._wait_for_server(error)
        except (OperationalError, InterfaceError) as error:
            return self._wait_for_database(error)
        except Exception:  # a postman who gives up would go unnoticed until readers ask
            logger.exception("The postman stumbled", extra={"event": "postman_stumbled"})
            return ROUND
        self._pause, self._database_away = 0.0, False
        return 0.0 if busy else self._idle

    def _look_round(self) -> None:
        if time.monotonic() >= self._next_round:
            self._next_round = time.monotonic() + ROUND
            take_over()
            wake()

    def _deliver_next(self) -> bool:
        """Claim a batch and offer it; whether there was one."""
        batch = claim(self._worker, in_flight=self._transport.in_flight, most=self._size)
        if batch is None:
            return False
        began = time.monotonic()
        try:
            self._offer(batch)
        finally:
            close(batch.claim)
        self._last_sent = time.monotonic()
        self._size = _next_size(len(batch.rows), time.monotonic() - began)
        return True

    def _offer(self, batch: Batch) -> None:
        record = Recorder(batch, errors_in_a_row=errors_so_far(batch.claim.dispatch_id))
        envelopes = Envelopes(batch, record=record, is_over=self._ended.is_set)
        try:
            self._transport.deliver(iter(envelopes), record)
        except ClaimLostError:
            logger.warning("Another worker has taken a claim over", extra={"event": "claim_lost"})
        except PausedError:
            logger.error("Paused: too many errors in a row", extra={"event": "dispatch_paused"})

    def _wait_for_server(self, error: TransportDownError) -> float:
        self._pause = min(LONGEST_PAUSE, self._pause * 2 or 1.0)
        logger.warning(
            "No mail leaves: %s; trying again in %.0f s",
            error,
            self._pause,
            extra={"event": "mail_server_away"},
        )
        return self._pause

    def _wait_for_database(self, error: Exception) -> float:
        if not self._database_away:
            words = " ".join(str(error).split())
            logger.warning("Mail waits for the database: %s", words, extra={"event": "mail_waits"})
        self._database_away = True
        connections.close_all()
        return ROUND


def _next_size(rows: int, seconds: float) -> int:
    """As many as the way out takes in two seconds."""
    return max(10, min(MOST, int(rows / max(seconds, 0.05) * BATCH)))
