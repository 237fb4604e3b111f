"""The ASGI application that answers `/wire/stream`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from broadsheet.edge.answering.asking import Scope
from broadsheet.edge.answering.django_side import Receive, Send
from broadsheet.wire.stream.answers import full, nonsense, opened, wrong_method
from broadsheet.wire.stream.asking import NonsenseError, cursor_of
from broadsheet.wire.stream.hub import Hub
from broadsheet.wire.stream.reader import END, Message, Reader
from broadsheet.wire.stream.room import streams_at_once
from broadsheet.wire.stream.stopping import when_told_to_stop
from broadsheet.wire.stream.watching import watch


class Stream:
    """Tells readers what is filed, corrected and retracted, as it happens.

    The hub begins with the first reader, in the event loop that serves this process.
    """

    def __init__(self, *, most: int | None = None, begin: Callable[[], Hub] | None = None) -> None:
        self._begin = begin or begin_hub
        self._most = most
        self._hub: Hub | None = None

    @property
    def hub(self) -> Hub:
        """The hub of this process."""
        if self._hub is None:
            self._hub = self._begin()
            self._most = self._most or streams_at_once()
        return self._hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope)
        if refusal is not None:
            await _send_all(refusal, send)
            return
        reader = Reader(send, cursor_of(scope), client=scope.get("client"))
        # Granian keeps the scope for as long as the stream lasts, and a browser's headers are most of it.
        scope["headers"] = []
        await send(opened())
        self.hub.join(reader)
        try:
            # The hub writes by itself. So a stream is one task that waits for nothing but its end.
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.hub.leave(reader)

    def _refusal(self, scope: Scope) -> list[Message] | None:
        if scope["method"] not in ("GET", "HEAD"):
            return wrong_method()
        try:
            cursor_of(scope)
        except NonsenseError:
            return nonsense()
        if scope["method"] == "HEAD":
            return [opened(), END]
        if self.hub.has_ended or len(self.hub.readers) >= (self._most or 0):
            return full()
        return None


def begin_hub() -> Hub:
    """The hub of a server's process, with all that keeps it going."""
    loop = asyncio.get_running_loop()
    hub = Hub()
    hub.keep_going()
    when_told_to_stop(hub.end)
    watch(hub, loop)
    return hub


async def _send_all(messages: Iterable[Message], send: Send) -> None:
    for message in messages:
        await send(message)
