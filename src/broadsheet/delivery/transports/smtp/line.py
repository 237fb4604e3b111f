"""A connection to the mail server: a socket that does not block, and the talk on it."""

from __future__ import annotations

import socket
import ssl
import time

from broadsheet.delivery.transports.contract import Envelope, Outcome
from broadsheet.delivery.transports.smtp.conversation import Conversation, Phase
from broadsheet.delivery.transports.smtp.server import Patience

_NOT_NOW = (BlockingIOError, InterruptedError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_MOST = 64 * 1024  # bytes that are read at once
GOODBYE = 1.0  # seconds that a server may take to say it


class Line:
    """Moves bytes between a socket and its conversation, and watches the clock."""

    def __init__(self, sock: socket.socket, talk: Conversation, patience: Patience) -> None:
        self.sock = sock
        self.talk = talk
        self.deadline = float("inf")
        self.used_at = time.monotonic()
        self._patience = patience
        self._phase = Phase.FREE

    @property
    def wants_to_write(self) -> bool:
        """Whether something is left that the socket did not take at once."""
        return bool(self.talk.unsent)

    def offer(self, envelope: Envelope) -> Outcome | None:
        """Begin with an envelope."""
        outcome = self.talk.offer(envelope) or self._write()
        self._wind_clock()
        return outcome

    def stir(self) -> Outcome | None:
        """Read what has come, and write what is to go."""
        outcome = self._read() or self._write()
        self._wind_clock()
        return outcome

    def give_up(self) -> Outcome | None:
        """The server has taken too long."""
        return self.talk.end("The mail server did not answer in time.")

    def close(self) -> None:
        """End the connection as it is."""
        self.sock.close()

    def say_goodbye(self) -> None:
        """Tell the server that nothing more will come (RFC 5321, 4.1.1.10); `close` after it."""
        try:
            self.sock.settimeout(GOODBYE)
            self.sock.sendall(b"QUIT\r\n")
        except OSError:
            return

    def hear_goodbye(self) -> None:
        """Wait for the server to end the connection; one that is cut off may count it as a fault."""
        try:
            self.sock.recv(_MOST)
        except OSError:
            return

    def _read(self) -> Outcome | None:
        outcome = None
        while not (outcome or self.talk.is_over):
            try:
                data = self.sock.recv(_MOST)
            except _NOT_NOW:
                return None
            except OSError as error:
                return self._broken(error)
            if not data:
                return self.talk.end("The mail server ended the connection.")
            outcome = self.talk.hear(data)
            # Of what came encrypted, some may be decrypted already: the socket would not tell of it.
            if not (isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()):
                break
        return outcome

    def _write(self) -> Outcome | None:
        while self.talk.unsent:
            try:
                self.talk.sent(self.sock.send(self.talk.unsent))
            except _NOT_NOW:
                return None
            except OSError as error:
                # Its last words say why, if it had any.
                return self._read() or self._broken(error)
        return None

    def _broken(self, error: OSError) -> Outcome | None:
        return self.talk.end(f"The connection to the mail server broke: {error.strerror or error}")

    def _wind_clock(self) -> None:
        """Anew for each thing that is waited for; a byte now and then is no answer."""
        phase = self.talk.phase
        if phase is self._phase and phase is not Phase.CONTENT:
            return
        self._phase = phase
        self.used_at = now = time.monotonic()
        if phase is Phase.FREE:
            self.deadline = float("inf")
        else:
            self.deadline = now + (self._patience.final if phase is Phase.FINAL else self._patience.command)
