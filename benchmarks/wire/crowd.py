"""Ten thousand open pages in one process: sockets, `epoll`, and what an EventSource does after a lost connection.

A browser's own client would cost more than the server that is measured. This one reads the stream as the standard
says as far as the server uses it, keeps the last id, waits for as long as `retry` says, and comes back.
"""

from __future__ import annotations

import heapq
import re
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_FIELD = re.compile(rb"(?:^|\n)(id|event|retry): ?([^\n]*)")
_AT_ONCE = 400  # connections being made
_FIRST_RETRY = 3.0  # seconds; a browser's own, until the server has said otherwise
_TOO_MANY = 64 * 1024


@dataclass(slots=True)
class OpenPage:
    """A reader's open page."""

    number: int
    socket: socket.socket | None = None
    rest: bytes = b""
    last_id: int = 0
    retry: float = _FIRST_RETRY
    is_open: bool = False
    opened: list[float] = field(default_factory=list)  # when the server said hello
    received: list[tuple[int, float]] = field(default_factory=list)  # items: id and time


class Crowd:
    """All of them. Times are seconds by the clock that every process of the machine shares."""

    def __init__(self, port: int, size: int) -> None:
        self.pages = [OpenPage(number) for number in range(size)]
        self._port = port
        self._poll = select.epoll()
        self._by_descriptor: dict[int, OpenPage] = {}
        self._coming: list[tuple[float, int]] = [(0.0, page.number) for page in self.pages]
        self._connecting = 0
        self.open = 0
        self.refused = 0

    def run(self, until: Callable[[], bool], *, longest: float) -> bool:
        """Read and come back until it is so; False when it took too long."""
        end = time.monotonic() + longest
        while not until():
            if time.monotonic() > end:
                return False
            self._come()
            for descriptor, event in self._poll.poll(0.02, 4096):
                self._happened(self._by_descriptor[descriptor], event)
        return True

    def close(self) -> None:
        """Close every page."""
        for page in self.pages:
            self._leave(page, come_back=False)
        self._poll.close()

    def _come(self) -> None:
        now = time.monotonic()
        while self._coming and self._coming[0][0] <= now and self._connecting < _AT_ONCE:
            self._connect(self.pages[heapq.heappop(self._coming)[1]])

    def _connect(self, page: OpenPage) -> None:
        page.socket = socket.socket()
        page.socket.setblocking(False)
        page.socket.connect_ex(("127.0.0.1", self._port))
        self._by_descriptor[page.socket.fileno()] = page
        self._poll.register(page.socket, select.EPOLLOUT)
        self._connecting += 1

    def _happened(self, page: OpenPage, event: int) -> None:
        line = page.socket
        if line is None:
            return
        try:
            if event & select.EPOLLOUT and not event & (select.EPOLLERR | select.EPOLLHUP):
                self._ask(page, line)
            else:
                self._read(page, line)
        except OSError:
            self.refused += not page.is_open
            self._leave(page)

    def _ask(self, page: OpenPage, line: socket.socket) -> None:
        last = f"Last-Event-ID: {page.last_id}\r\n" if page.last_id else ""
        request = f"GET /wire/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n{last}\r\n"
        line.send(request.encode())
        self._poll.modify(line, select.EPOLLIN)

    def _read(self, page: OpenPage, line: socket.socket) -> None:
        chunk = line.recv(_TOO_MANY)
        if not chunk:
            self._leave(page)
            return
        now = time.monotonic()
        text = page.rest + chunk
        whole, _, page.rest = text.rpartition(b"\n\n")
        if whole:
            self._take(page, whole, now)

    def _take(self, page: OpenPage, whole: bytes, now: float) -> None:
        for message in whole.split(b"\n\n"):
            fields = dict(_FIELD.findall(message))
            if b"retry" in fields:
                page.retry = int(fields[b"retry"]) / 1000
            if b"id" in fields:
                page.last_id = int(fields[b"id"])
            if fields.get(b"event") == b"item":
                page.received.append((page.last_id, now))
            elif fields.get(b"event") == b"hello":
                self._opened(page, now)

    def _opened(self, page: OpenPage, now: float) -> None:
        page.is_open = True
        page.opened.append(now)
        self.open += 1
        self._connecting -= 1

    def _leave(self, page: OpenPage, *, come_back: bool = True) -> None:
        if page.socket is None:
            return
        self._by_descriptor.pop(page.socket.fileno(), None)
        self._poll.unregister(page.socket)
        page.socket.close()
        page.socket, page.rest = None, b""
        if page.is_open:
            self.open -= 1
        else:
            self._connecting -= 1
        page.is_open = False
        if come_back:
            heapq.heappush(self._coming, (time.monotonic() + page.retry, page.number))
