"""Readers who ask for the front page every few milliseconds, and write down which edition they saw when."""

from __future__ import annotations

import gzip
import re
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse

from benchmarks.edge.newsroom import HOST
from benchmarks.edge.publisher import HEADLINE

PAUSE = 0.003
EDITION = re.compile(rf"{HEADLINE} (\d+)")


@dataclass(slots=True)
class Poller:
    """One reader, who keeps a connection open or makes a new one for each question."""

    port: int
    keeps_alive: bool
    seen: list[tuple[float, float, int]] = field(default_factory=list)  # asked at, answered at, edition
    amiss: list[str] = field(default_factory=list)
    _home: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread = field(init=False)

    def __enter__(self) -> Poller:
        self._thread = threading.Thread(target=self._ask_on, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._home.set()
        self._thread.join(30)

    def _ask_on(self) -> None:
        client = HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self._home.wait(PAUSE):
            began = time.monotonic()
            try:
                edition = self._ask(client)
                self.seen.append((began, time.monotonic(), edition))
            except (OSError, HTTPException, ValueError) as error:
                self.amiss.append(repr(error))
                client.close()
            if not self.keeps_alive:
                client.close()
        client.close()

    def _ask(self, client: HTTPConnection) -> int:
        packed = {"Accept-Encoding": "gzip"} if self.keeps_alive else {}
        client.request("GET", "/", headers={"Host": HOST, **packed})
        return edition_of(client.getresponse())


def edition_of(answer: HTTPResponse) -> int:
    """Which edition this is; raises `ValueError` where it is no whole page of one edition."""
    body = answer.read()  # raises where it is shorter than was said
    if answer.status != 200:
        raise ValueError(f"status {answer.status}")
    if answer.getheader("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    editions = set(EDITION.findall(body.decode()))
    if not body.rstrip().endswith(b"</html>") or len(editions) > 1:
        raise ValueError(f"half a page: {sorted(editions)}")
    return int(editions.pop()) if editions else 0
