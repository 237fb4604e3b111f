"""One open stream."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]

END: Message = {"type": "http.response.body", "body": b"", "more_body": False}


def body_of(words: bytes) -> Message:
    """The message to the server that carries `words`; it may be sent to any number of readers."""
    return {"type": "http.response.body", "body": words, "more_body": True}


class Reader:
    """Where a reader stands: nothing is kept for one but this, however slow the line is.

    `cursor` is the last id that the reader was sent; None before the first words to one who brings none.
    """

    __slots__ = ("client", "cursor", "is_greeted", "knows_away", "slot", "write")

    def __init__(self, write: Send, cursor: int | None, *, client: tuple[str, int] | None = None) -> None:
        self.write = write
        self.cursor = cursor
        self.client = client
        self.is_greeted = False
        self.knows_away = False
        self.slot = 0

    def send(self, message: Message) -> asyncio.Future[None] | None:
        """Begin to send; what to wait for, or None when it is done.

        Granian takes a message at once while the reader's line keeps up, and then no task has to be woken for it.
        """
        sending = self.write(message)
        if asyncio.isfuture(sending) or asyncio.iscoroutine(sending):
            return asyncio.ensure_future(sending)
        for _ in sending.__await__():
            raise TypeError("A server's send() must return a future, a coroutine, or what is done.")
        return None
