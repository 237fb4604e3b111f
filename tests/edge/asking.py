"""A reader who asks an ASGI application, as Granian would hand it the request."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]  # it has no types

HOST = "127.0.0.1:8000"
Result = TypeVar("Result")
App = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The words, unpacked."""
        encoding = self.headers.get("content-encoding", "")
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(encoding, bytes)
        return unpack(self.body).decode()


def scope_of(
    address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The scope of a request for `address`, a path as it is sent."""
    parts = urlsplit(f"http://x{address}")
    given = {"host": HOST} | {name.lower(): value for name, value in (headers or {}).items()}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in given.items() if value],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
        "extensions": {},
    }


async def ask(app: App, scope: dict[str, Any], body: bytes = b"") -> Answer:
    """Ask once, and wait for the whole answer."""
    sent: list[dict[str, Any]] = []
    gone = asyncio.Event()
    received = False

    async def receive() -> dict[str, Any]:
        nonlocal received
        if received:
            await gone.wait()
            return {"type": "http.disconnect"}
        received = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    gone.set()
    start, *parts = sent
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(part.get("body", b"") for part in parts))


def in_a_loop(work: Coroutine[Any, Any, Result]) -> Result:
    """Do `work` in an event loop of its own, in a thread: Playwright's runs in the tests' own, once it was used."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result(timeout=60)


class Reader:
    """Asks one application, in an event loop and a thread of its own: what it began goes on between two questions."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do `work` in the reader's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=60)

    def get(self, address: str, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for `address`; `accept_encoding="br"` is a header."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.run(ask(self.app, scope_of(address, method=method, headers=named)))

    def get_all(self, *addresses: str) -> list[Answer]:
        """Ask for all of them at once."""

        async def together() -> list[Answer]:
            return await asyncio.gather(*(ask(self.app, scope_of(address)) for address in addresses))

        return self.run(together())

    def close(self) -> None:
        """End the loop and its threads."""
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()
