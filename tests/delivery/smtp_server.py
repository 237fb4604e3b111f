"""A mail server that counts what it takes, and misbehaves as it is told.

    with counting_server(faults={"ada@reader.example": "rcpt:550"}, chance={"end:drop": 0.001}) as server:
        …  # deliver to 127.0.0.1, server.port
    server.accepted["cleo@reader.example"]

It runs in a thread, and workers in other processes reach it. By itself: `python -m tests.delivery.smtp_server 2525`.

A fault is `when:what`. When: `mail` (by the sender's address), `rcpt`, `data`, `content`, `end` (by the recipient's).
What: a code, which is answered; `drop` the connection, `stall` (never answer), `junk` (say what is not SMTP).
`content:drop` cuts in the middle of the message; `end:drop` and `end:stall` take the message and do not say so,
`end:lost` drops it. A list of faults is used up one a try; `""` in it is none.
"""

from __future__ import annotations

import asyncio
import random
import ssl
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.delivery.smtp_talk import Talk

OFFERS = ("PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES")
Faults = Mapping[str, str | Sequence[str]]


class CountingServer:
    """What it has taken, whom it was asked for, and how it is told to misbehave."""

    def __init__(
        self,
        *,
        faults: Faults | None = None,
        chance: Mapping[str, float] | None = None,
        seed: int = 1,
        offers: Sequence[str] = OFFERS,
        login: tuple[str, str] | None = None,
        keep: bool = False,
        most_connections: int | None = None,
        takes_data_for_nobody: bool = False,
        delay: float = 0,
    ) -> None:
        self.port = 0
        self.accepted: Counter[str] = Counter()  # recipients
        self.unsaid: Counter[str] = Counter()  # of those, without an answer
        self.message_ids: Counter[str] = Counter()
        self.tries: Counter[str] = Counter()  # RCPT, by recipient
        self.messages: list[tuple[str, str, bytes]] = []  # sender, recipient, data; where they are to be kept
        self.connections = self.open = self.most_open = self.goodbyes = 0
        self.offers, self.login, self.keep, self.delay = offers, login, keep, delay
        self.most_connections, self.takes_data_for_nobody = most_connections, takes_data_for_nobody
        self._faults = {
            who: list(acts) if not isinstance(acts, str) else acts for who, acts in (faults or {}).items()
        }
        self._chance = dict(chance or {})
        self.talks: set[Talk] = set()
        self._luck = random.Random(seed)  # noqa: S311  # it guards nothing

    def cut(self) -> None:
        """End all connections, as a server that is started anew."""
        for talk in list(self.talks):
            talk.loop.call_soon_threadsafe(talk.transport.abort)
        while self.talks:
            time.sleep(0.001)

    def fault(self, address: str) -> str:
        """What is to go wrong this time."""
        acts = self._faults.get(address)
        if isinstance(acts, list):
            return acts.pop(0) if acts else ""
        if acts is not None:
            return acts
        if self._chance:
            drawn = self._luck.random()
            for act, probability in self._chance.items():
                if (drawn := drawn - probability) < 0:
                    return act
        return ""


@contextmanager
def counting_server(
    *, port: int = 0, tls: ssl.SSLContext | None = None, **options
) -> Iterator[CountingServer]:
    """A server on this machine, in a thread of its own; see `CountingServer` for its options."""
    server = CountingServer(**options)
    with listening(lambda: Talk(server), port=port, tls=tls) as server.port:
        yield server


@contextmanager
def listening(
    protocol: Callable[[], asyncio.Protocol], *, port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[int]:
    """Have `protocol` answer whoever calls; the port on which it does."""
    loop = asyncio.new_event_loop()

    async def listen() -> asyncio.Server:
        return await loop.create_server(protocol, "127.0.0.1", port, ssl=tls, backlog=512)

    # Not in this thread, not for a moment: Playwright's loop runs in the tests' own, once it was used.
    thread = threading.Thread(target=loop.run_forever, name="mail-server", daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(listen(), loop).result(timeout=10)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


if __name__ == "__main__":
    with counting_server(port=int(sys.argv[1]) if len(sys.argv) > 1 else 0) as running:
        print(f"Listening on port {running.port}; an empty line ends it.", flush=True)  # noqa: T201
        sys.stdin.readline()
        print(f"{running.accepted.total()} taken, {len(running.accepted)} recipients")  # noqa: T201
