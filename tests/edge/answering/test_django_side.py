"""Django answers, fails, hangs, or is left by the reader; nobody else is affected by what one reader does."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from broadsheet.edge.answering.django_side import App, DjangoFailedError, watched
from tests.edge.asking import in_a_loop, scope_of

PATIENCE = 0.1


class Reader:
    """Sends and receives; goes away when told."""

    def __init__(self, *, body: bool = True) -> None:
        self.sent: list[dict[str, Any]] = []
        self.gone = asyncio.Event()
        self._body = body

    async def receive(self) -> dict[str, Any]:
        if self._body:
            self._body = False
            return {"type": "http.request", "body": b"token=1", "more_body": False}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)

    @property
    def words(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)


def start(status: int = 200, *headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def part(words: bytes, *, more: bool = False) -> dict[str, Any]:
    return {"type": "http.response.body", "body": words, "more_body": more}


async def ask(django: App, reader: Reader, *, worst: int = 499) -> None:
    await watched(django, scope_of("/"), reader.receive, reader.send, patience=PATIENCE, worst=worst)


async def well(scope: Any, receive: Any, send: Any) -> None:
    await send(start())
    await send(part(b"Good"))


def test_an_answer_goes_through() -> None:
    async def run() -> bytes:
        reader = Reader()
        await ask(well, reader)
        return reader.words

    assert in_a_loop(run()) == b"Good"


@pytest.mark.parametrize(
    ("status", "headers", "failing"),
    [
        (500, (), "software"),
        (503, ((b"Broadsheet-Failing", b"database"),), "database"),
        (599, (), "software"),
    ],
)
def test_an_error_does_not_reach_the_reader(status: int, headers: Any, failing: str) -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        await send(start(status, *headers))
        await send(part(b"Traceback"))

    async def run() -> None:
        reader = Reader()
        with pytest.raises(DjangoFailedError, match=failing):
            await ask(broken, reader)
        await asyncio.sleep(0)
        assert reader.sent == []

    in_a_loop(run())


def test_a_status_that_is_allowed_goes_through() -> None:
    async def degraded(scope: Any, receive: Any, send: Any) -> None:
        await send(start(503))
        await send(part(b"degraded"))

    async def run() -> bytes:
        reader = Reader()
        await ask(degraded, reader, worst=599)
        return reader.words

    assert in_a_loop(run()) == b"degraded"


def test_an_exception_is_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    async def raises(scope: Any, receive: Any, send: Any) -> None:
        raise ZeroDivisionError

    async def run() -> None:
        with pytest.raises(DjangoFailedError, match="software"):
            await ask(raises, Reader())

    with caplog.at_level(logging.CRITICAL, "broadsheet.edge.answering.django_side"):
        in_a_loop(run())


def test_no_answer_at_all_is_a_failure() -> None:
    async def silent(scope: Any, receive: Any, send: Any) -> None:
        return

    async def run() -> None:
        with pytest.raises(DjangoFailedError, match="software"):
            await ask(silent, Reader())

    in_a_loop(run())


def test_whoever_hangs_is_told_that_nobody_waits_and_comes_too_late() -> None:
    heard: list[str] = []

    async def hangs(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        heard.append((await receive())["type"])
        await send(start())
        await send(part(b"too late"))

    async def run() -> None:
        reader = Reader()
        with pytest.raises(DjangoFailedError, match="time"):
            await ask(hangs, reader)
        await asyncio.sleep(0.05)
        assert reader.sent == []

    in_a_loop(run())
    assert heard == ["http.disconnect"]


def test_a_reader_who_goes_away_is_nobodys_failure() -> None:
    async def listens(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await receive()

    async def run() -> None:
        reader = Reader()
        asyncio.get_running_loop().call_later(0.02, reader.gone.set)
        await ask(listens, reader)
        assert reader.sent == []

    in_a_loop(run())


def test_a_body_that_never_comes_holds_nothing_up() -> None:
    async def reads(scope: Any, receive: Any, send: Any) -> None:
        message = await receive()
        await send(start())
        await send(part(b"body: " + message["body"]))

    async def run() -> bytes:
        reader = Reader(body=False)
        await ask(reads, reader)
        return reader.words

    assert in_a_loop(run()) == b"body: "


def test_the_body_of_a_request_that_reads_means_nothing() -> None:
    async def reads(scope: Any, receive: Any, send: Any) -> None:
        message = await receive()
        await send(start())
        await send(part(b"body: " + message["body"]))

    async def run() -> bytes:
        reader = Reader()
        await ask(reads, reader)
        return reader.words

    assert in_a_loop(run()) == b"body: "


def test_an_answer_that_has_begun_is_not_cut_off() -> None:
    async def streams(scope: Any, receive: Any, send: Any) -> None:
        await send(start())
        for number in range(4):
            await asyncio.sleep(PATIENCE / 2)
            await send(part(str(number).encode(), more=number < 3))

    async def run() -> bytes:
        reader = Reader()
        await ask(streams, reader)
        return reader.words

    assert in_a_loop(run()) == b"0123"
