"""Open pages of an ASGI application that streams, as Granian would serve them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from broadsheet.wire.stream.application import Stream
from broadsheet.wire.stream.hub import Hub
from broadsheet.wire.stream.window import Window
from tests.edge.asking import Answer, Reader, scope_of
from tests.wire.stream.event_stream import EventStream
from tests.wire.stream.lines import window_of

ADDRESS = "/wire/stream"


class Page:
    """One open stream, and what it heard."""

    def __init__(self, server: Server, address: str, headers: dict[str, str]) -> None:
        self.stream = EventStream()
        self.start: dict[str, Any] = {}
        self.scope = scope_of(address, headers=headers)
        self._server = server
        self._gone = asyncio.Event()
        self._asked = False
        self.answering = server.loop_does(self._begin())

    async def _begin(self) -> asyncio.Task[None]:
        return asyncio.ensure_future(self._server.app(self.scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.stream.feed(message["body"])
        if not message["more_body"]:
            self._gone.set()

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.start["headers"]}

    def leave(self) -> None:
        """The reader closes the page."""

        async def go() -> None:
            self._gone.set()

        self._server.loop_does(go())


class Server:
    """A process with the stream in it, over a log that the test writes."""

    def __init__(self, *, most: int = 100, window: Window | None = None) -> None:
        self.hub = Hub()
        self.app = Stream(most=most, begin=lambda: self.hub)
        self._reader = Reader(self.app)
        self.tell(self.hub.load, window or window_of(1, 2, 3))

    def loop_does(self, work: Any) -> Any:
        return self._reader.run(work)

    def open(self, address: str = ADDRESS, **headers: str) -> Page:
        """Open a page, and wait until it was greeted or refused."""
        page = Page(self, address, {name.replace("_", "-"): value for name, value in headers.items()})
        until(lambda: bool(page.stream.heard) or page.answering.done())
        return page

    def ask(self, address: str = ADDRESS, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for what has an end."""
        return self._reader.get(address, method=method, **headers)

    def tell(self, do: Callable[..., None], *what: object) -> None:
        """Have the hub do something, in its loop."""

        async def in_loop() -> None:
            do(*what)

        self.loop_does(in_loop())

    def close(self) -> None:
        self.tell(self.hub.end)
        self._reader.close()


def until(true: Callable[[], bool], *, within: float = 10.0) -> None:
    """Wait until it is true."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.005)
