"""A line to a server that can be cut."""

from __future__ import annotations

import re
import socket
import threading
from contextlib import suppress

from tests.database import free_port

_RETRY = re.compile(rb"(?<=retry: )\d+(?=\n)")
SOON = 200  # milliseconds


class Cable:
    """Hands on what browsers and a server say to each other, on a port of its own, until it is cut.

    Browsers come back soon over it, after `SOON`, whatever the server asks of them. `asked` are the first lines of
    the requests; a browser may send several over one connection.
    """

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        self.port = free_port()
        self._to = port
        self._ends: set[socket.socket] = set()
        self.mend()

    @property
    def url(self) -> str:
        """Where a browser finds the server."""
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """Let browsers through."""
        self._door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._receive, args=(self._door,), daemon=True).start()

    def cut(self) -> None:
        """End every connection, and let nobody through."""
        for end in [self._door, *self._ends]:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _receive(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                browser, _ = door.accept()
                threading.Thread(target=self._connect, args=(browser,), daemon=True).start()

    def _connect(self, browser: socket.socket) -> None:
        with browser, suppress(OSError), socket.create_connection(("127.0.0.1", self._to)) as server:
            self._ends |= {browser, server}
            threading.Thread(target=self._hand_on, args=(server, browser), daemon=True).start()
            self._hand_on(browser, server)
            self._ends -= {browser, server}

    def _hand_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while words := one.recv(65_536):
                if words.startswith(b"GET "):
                    self.asked.append(words.split(b"\r\n", 1)[0].decode())
                other.sendall(_RETRY.sub(_soon, words))
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)


def _soon(said: re.Match[bytes]) -> bytes:
    # As long as what was said: the length was announced before.
    return str(SOON).rjust(len(said[0]), "0").encode()
