"""The loop: offer, listen, record, and offer again."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import suppress

from broadsheet.delivery.transports.contract import Envelope, Outcome, Record, TransportDownError
from broadsheet.delivery.transports.smtp.server import Patience, Server
from broadsheet.delivery.transports.smtp.switchboard import Switchboard

BEAT = 15.0  # seconds after which `record` hears that we are still here
GATHERING = 0.005  # seconds, at most, that outcomes wait for others to be recorded with
LAST_ANSWERS = 10.0  # seconds that are waited for answers after `record` has failed
_LOGIN_WANTED = 530  # RFC 4954, 6


class SmtpTransport:
    """Messages leave over several connections at once, one on each.

    It goes in rounds: whoever is free begins, all that have answered are recorded together, and then begin again.
    An envelope is taken only for a connection that is free and after the outcomes before it are recorded, so that
    never more than `in_flight` are without one, and of those on their way none stands behind one that is not.
    """

    def __init__(
        self,
        server: Server,
        *,
        connections: int,
        patience: Patience | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.in_flight = connections
        self._server = server
        self._board = Switchboard(server, size=connections, patience=patience or Patience(), tls=tls)
        self._recording = 0.0  # seconds that it takes lately
        self._next_beat = 0.0

    def deliver(self, envelopes: Iterator[Envelope], record: Record) -> None:
        """Offer each envelope in order and record what became of it.

        While the server is slow, `record` is called with nothing every 15 seconds, for those who hold a lease.
        Raises `TransportDownError`.
        """
        hand = _Hand(envelopes)
        self._next_beat = time.monotonic() + BEAT
        try:
            self._board.freshen()
            outcomes = self._begin(hand)
            while outcomes or self._board.is_busy:
                self._write_down(outcomes or self._gather(), record)
                outcomes = self._begin(hand)
        except BaseException:
            self._board.drop()
            raise
        hand.complain()

    def close(self) -> None:
        """End all connections; `deliver` opens new ones."""
        self._board.close()

    def check(self) -> str:
        """Connect, introduce ourselves and leave again; says which server it was."""
        self._board.close()
        self._board.free_line()
        self._board.close()
        how = "" if self._server.scheme == "smtp" else ", encrypted"
        return f"{self._server}{how}" + (f", as {self._server.user}" if self._server.user else "")

    def _begin(self, hand: _Hand) -> list[Outcome]:
        """Give every free connection an envelope; the outcomes of those that cannot be said to the server."""
        outcomes: list[Outcome] = []
        board = self._board
        while board.owed + len(outcomes) < self.in_flight and board.has_room:
            if (envelope := hand.take()) is None:
                break
            if (line := board.free_line()) is None:
                hand.put_back(envelope)
                break
            if (outcome := board.offer(line, envelope)) is not None:
                outcomes.append(outcome)
        return outcomes

    def _gather(self) -> list[Outcome]:
        """The next outcomes, and those that follow soon: recording several costs hardly more than one."""
        outcomes = self._board.listen(BEAT)
        if outcomes:
            until = time.monotonic() + min(self._recording / 2, GATHERING)
            while self._board.owed and (left := until - time.monotonic()) > 0:
                outcomes += self._board.listen(left)
        return outcomes

    def _write_down(self, outcomes: list[Outcome], record: Record) -> None:
        before = time.monotonic()
        if not outcomes and before < self._next_beat:
            return
        # It is not for this reader that the server wants a login: nobody is refused for good.
        known = [outcome for outcome in outcomes if outcome.code != _LOGIN_WANTED]
        try:
            record(known)
            if known != outcomes:
                raise TransportDownError(
                    f"The mail server {self._server} wants a login: put user and password into EMAIL_URL."
                )
        except Exception:
            self._leave(record)
            raise
        after = time.monotonic()
        self._next_beat = after + BEAT
        self._recording += (after - before - self._recording) / 8

    def _leave(self, record: Record) -> None:
        """Nothing more is begun; of what is wholly with the server, record what can be."""
        self._board.drop_unsent()
        outcomes: list[Outcome] = []
        end = time.monotonic() + LAST_ANSWERS
        while self._board.owed and time.monotonic() < end:
            outcomes += self._board.listen(BEAT)
        outcomes += self._board.give_up()
        if outcomes:
            with suppress(Exception):  # it has failed before, and that is passed on
                record(outcomes)


class _Hand:
    """Takes envelopes as they are wanted. Where they end in an error, what is under way comes first."""

    def __init__(self, envelopes: Iterator[Envelope]) -> None:
        self._envelopes = envelopes
        self._held: Envelope | None = None
        self._error: Exception | None = None

    def take(self) -> Envelope | None:
        """The next one."""
        held, self._held = self._held, None
        if held is not None or self._error is not None:
            return held
        try:
            return next(self._envelopes, None)
        except Exception as error:
            self._error = error
            return None

    def put_back(self, envelope: Envelope) -> None:
        """Take this one next."""
        self._held = envelope

    def complain(self) -> None:
        """Pass on what went wrong with the envelopes."""
        if self._error is not None:
            raise self._error
