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
    """Let Django answer; raises `DjangoFailedError` when it fails, or has not begun after `patience` seconds.

    An answer with a status over `worst` is a failure.

    An answer that has begun is never cut off: from then on the reader sees it come.
    """
    begun = asyncio.Event()
    failing = ""

    async def look_first(message: Message) -> None:
        nonlocal failing
        if message["type"] == "http.response.start":
            if message["status"] > worst:
                failing = dict(message["headers"]).get(FAILING, b"software").decode("latin-1")
            begun.set()
        if not failing:
            await send(message)

    answering = asyncio.ensure_future(_without_traceback(django, scope, receive, look_first))
    waiting = asyncio.ensure_future(begun.wait())
    try:
        await asyncio.wait({answering, waiting}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if not begun.is_set() and not answering.done():
            raise DjangoFailedError("time")
        await answering
    finally:
        waiting.cancel()
        answering.cancel()
    if failing or not begun.is_set():
        raise DjangoFailedError(failing or "software")


async def _without_traceback(django: App, scope: Scope, receive: Receive, send: Send) -> None:
    try:
        await django(scope, receive, send)
    except asyncio.CancelledError:
        raise
    except Exception:
        logger.exception("Django raised", extra={"event": "django_raised"})
