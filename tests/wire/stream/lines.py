"""Readers' lines, as Granian has them, and a log without a database."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from broadsheet.wire.stream.messages import Told, encode
from broadsheet.wire.stream.reader import Reader
from broadsheet.wire.stream.window import Window
from tests.wire.stream.event_stream import EventStream


class Done:
    """What needs no waiting for."""

    def __await__(self) -> Iterator[None]:
        return iter(())


class Line:
    """Takes what is sent at once, until it is full; then the sender waits until it is free again."""

    def __init__(self) -> None:
        self.stream = EventStream()
        self.sent: list[bytes] = []
        self.has_ended = False
        self.is_full = False
        self._waiting: asyncio.Future[None] | None = None

    def __call__(self, message: dict[str, Any]) -> Any:
        self.has_ended = self.has_ended or not message["more_body"]
        self.sent.append(message["body"])
        self.stream.feed(message["body"])
        if self.has_ended or not self.is_full:
            return Done()
        assert self._waiting is None or self._waiting.done(), "one message at a time"
        self._waiting = asyncio.get_running_loop().create_future()
        return self._waiting

    def free(self) -> None:
        self.is_full = False
        if self._waiting is not None:
            self._waiting.set_result(None)


def reader_of(line: Line, cursor: int | None = None, port: int = 50_000) -> Reader:
    return Reader(line, cursor, client=("127.0.0.1", port))


def event(number: int, subject: str = "", words: str = "") -> Told:
    """An event of the log; each of a subject of its own unless one is given."""
    return Told(
        number, subject or f"item:{number}", encode(words or f"words {number}", event="item", id=number)
    )


def window_of(*numbers: int) -> Window:
    return Window([event(number) for number in numbers], last=max(numbers, default=0))
