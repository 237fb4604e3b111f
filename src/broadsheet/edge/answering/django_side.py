"""Hands a request on to Django, and watches what comes back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from broadsheet.edge.answering.asking import Scope

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

logger = logging.getLogger(__name__)

FAILING = b"broadsheet-failing"


class DjangoFailedError(Exception):
    """Django had no answer that a reader should see; nothing was sent yet."""

    def __init__(self, failing: str) -> None:
        super().__init__(failing)
        self.failing = failing


async def watched(
    django: App, scope: Scope, receive: Receive, send: Send, *, patience: float, worst: int = 499
) -> None:
    """Let Django answer a request that reads; raises `DjangoFailedError` when it fails.

    It also fails when it has not begun after `patience` seconds, or when its status is over `worst`. A reader who
    goes away is nobody's failure. An answer that has begun is never cut off: from then on the reader sees it come.
    """
    exchange = _Exchange(receive, send, worst)
    answering = asyncio.ensure_future(_without_traceback(django, scope, exchange.receive, exchange.send))
    deciding = asyncio.ensure_future(exchange.decided.wait())
    try:
        await asyncio.wait({answering, deciding}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if exchange.begun and not exchange.failing:
            await answering
    finally:
        deciding.cancel()
        exchange.end()
        _let_end(answering)
    if exchange.failing or not (exchange.begun or exchange.is_left):
        raise DjangoFailedError(exchange.failing or ("software" if answering.done() else "time"))


class _Exchange:
    """What goes to Django and what comes back, until the reader has an answer or goes."""

    def __init__(self, receive: Receive, send: Send, worst: int) -> None:
        self._receive, self._send, self._worst = receive, send, worst
        self._was_asked = False
        self._over = asyncio.Event()
        self.decided = asyncio.Event()
        self.begun = self.is_left = False
        self.failing = ""

    async def send(self, message: Message) -> None:
        """Pass on what is fit for readers; nothing once they have another answer."""
        if self._over.is_set():
            return
        if message["type"] == "http.response.start":
            self.begun = True
            if message["status"] > self._worst:
                named = {name.lower(): value for name, value in message["headers"]}
                self.failing = named.get(FAILING, b"software").decode("latin-1")
            self.decided.set()
        if not self.failing:
            await self._send(message)

    async def receive(self) -> Message:
        """No body, which means nothing here and may never come; then word that the reader is gone."""
        if not self._was_asked:
            self._was_asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        going = asyncio.ensure_future(self._until_gone())
        ending = asyncio.ensure_future(self._over.wait())
        try:
            await asyncio.wait({going, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            going.cancel()
            ending.cancel()
        return {"type": "http.disconnect"}

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass  # a body that nobody has asked for
        self.is_left = True

    def end(self) -> None:
        """Nothing more reaches the reader, and Django is told that nobody waits."""
        self._over.set()


# Django puts its things in order when it hears that the reader is gone; cancelled, it would not.
_ending: set[asyncio.Future[None]] = set()


def _let_end(answering: asyncio.Future[None]) -> None:
    _ending.add(answering)
    answering.add_done_callback(_ending.discard)


async def _without_traceback(django: App, scope: Scope, receive: Receive, send: Send) -> None:
    try:
        await django(scope, receive, send)
    except asyncio.CancelledError:
        raise
    except Exception:
        logger.exception("Django raised", extra={"event": "django_raised"})
