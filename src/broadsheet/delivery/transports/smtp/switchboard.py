"""All connections to the mail server, looked after by one thread."""

from __future__ import annotations

import selectors
import ssl
import time
from functools import cached_property

from broadsheet.delivery.transports.contract import Envelope, Outcome, TransportDownError
from broadsheet.delivery.transports.smtp.connecting import connect
from broadsheet.delivery.transports.smtp.conversation import Conversation, Phase
from broadsheet.delivery.transports.smtp.line import Line
from broadsheet.delivery.transports.smtp.server import Patience, Server

MOST = 1000  # messages on one connection: servers grow tired of long ones
IDLE = 30.0  # seconds after which a connection is not trusted to be still there
AGAIN = 30.0  # seconds until a server that took fewer connections than we have is asked for more


class Switchboard:
    """Opens lines as they are needed, listens to all of them, and closes those that are of no more use."""

    def __init__(
        self, server: Server, *, size: int, patience: Patience, tls: ssl.SSLContext | None = None
    ) -> None:
        self._server, self._size, self._patience = server, size, patience
        self._given_tls = tls
        self._tick = min(1.0, patience.command / 4, patience.final / 4)
        self._lines: list[Line] = []
        self._selector = selectors.DefaultSelector()
        self._next_look = 0.0
        self._full_until = 0.0

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        # Made once: to read whom this machine trusts takes as long as a hundred messages.
        return self._given_tls or ssl.create_default_context()

    @property
    def is_busy(self) -> bool:
        """Whether a line waits for an answer."""
        return any(not line.talk.is_free for line in self._lines)

    @property
    def owed(self) -> int:
        """How many outcomes are still to come."""
        return sum(line.talk.owes for line in self._lines)

    @property
    def has_room(self) -> bool:
        """Whether an envelope can be offered, on a line that is free or a new one."""
        if len(self._lines) < self._size and (not self._lines or time.monotonic() >= self._full_until):
            return True
        return any(line.talk.is_free for line in self._lines)

    def free_line(self) -> Line | None:
        """A line that waits for an envelope; None where the server takes no more lines than are busy.

        Raises `TransportDownError` where it takes none at all.
        """
        for line in self._lines:
            if line.talk.is_free:
                return line
        try:
            tls = None if self._server.scheme == "smtp" else self._tls
            sock, offered = connect(self._server, patience=self._patience, tls=tls)
        except TransportDownError:
            if not self._lines:
                raise
            self._full_until = time.monotonic() + AGAIN
            return None
        line = Line(sock, Conversation(offered), self._patience)
        self._lines.append(line)
        self._selector.register(sock, selectors.EVENT_READ, line)
        return line

    def offer(self, line: Line, envelope: Envelope) -> Outcome | None:
        """Begin with an envelope on that line."""
        outcome = line.offer(envelope)
        self._look_after(line)
        return outcome

    def listen(self, seconds: float) -> list[Outcome]:
        """Wait until something happens, and at most so long; what is known of envelopes then."""
        outcomes = []
        for key, _ in self._selector.select(min(seconds, self._tick)):
            outcomes.append(key.data.stir())
            self._look_after(key.data)
        now = time.monotonic()
        if now >= self._next_look:
            self._next_look = now + self._tick
            for line in [line for line in self._lines if now > line.deadline]:
                outcomes.append(line.give_up())
                self._look_after(line)
        return [outcome for outcome in outcomes if outcome is not None]

    def freshen(self) -> None:
        """Let go of lines that have stood still for long, or that the server has closed meanwhile."""
        self.listen(0)
        now = time.monotonic()
        self._part([line for line in self._lines if now - line.used_at > IDLE])

    def drop_unsent(self) -> None:
        """Cut the lines whose message is not wholly handed over: it will not arrive."""
        for line in list(self._lines):
            if line.talk.owes and line.talk.phase is not Phase.FINAL:
                self._remove(line)

    def give_up(self) -> list[Outcome]:
        """Wait for no line any longer."""
        outcomes = [line.give_up() for line in self._lines if line.talk.owes]
        self.drop()
        return [outcome for outcome in outcomes if outcome is not None]

    def drop(self) -> None:
        """Cut all lines."""
        for line in list(self._lines):
            self._remove(line)

    def close(self) -> None:
        """Say goodbye on all lines."""
        self._part([line for line in self._lines if line.talk.is_free])
        self.drop()

    def _look_after(self, line: Line) -> None:
        """Close it when it is over or worn, and wait for what it waits for."""
        talk = line.talk
        if talk.is_over:
            self._remove(line)
        elif talk.is_free and talk.begun >= MOST:
            self._part([line])
        else:
            events = selectors.EVENT_READ | (selectors.EVENT_WRITE if line.wants_to_write else 0)
            if self._selector.get_key(line.sock).events != events:
                self._selector.modify(line.sock, events, line)

    def _part(self, lines: list[Line]) -> None:
        for line in lines:
            line.say_goodbye()
        for line in lines:
            line.hear_goodbye()
            self._remove(line)

    def _remove(self, line: Line) -> None:
        self._lines.remove(line)
        self._selector.unregister(line.sock)
        line.close()
