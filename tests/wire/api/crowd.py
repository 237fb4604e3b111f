"""Many machines that file at the same moment, and somebody who follows the log meanwhile."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from broadsheet.wire.models import WireEvent
from tests.cli.newsroom import Running, start
from tests.database import is_postgresql
from tests.edge.live import pretend_collected
from tests.wire.api.bots import ITEMS

PATIENCE = 300  # seconds, on a machine that is busy with other tests


@contextmanager
def served(home: Path) -> Iterator[Running]:
    """`broadsheet serve`, two processes of it, on the database of this test."""
    pretend_collected_in(home)
    server = start("--home", home, "serve", "--port", "PORT", "--processes", "2", given=given())
    try:
        server.get("/healthz")
        yield server
    finally:
        server.stop()


def given() -> dict[str, str]:
    """Settings with which another process works on the database of this test."""
    name = connection.settings_dict["NAME"]
    where = f"{settings.DATABASES['default']['HOST']}:{settings.DATABASES['default']['PORT']}"
    url = f"postgresql://postgres@{where}/{name}" if is_postgresql() else f"sqlite:///{name}"
    return {"DATABASE_URL": url, "BROADSHEET_SECRET_KEY": settings.SECRET_KEY}


def pretend_collected_in(home: Path) -> None:
    """Make the home, with static files that count as collected."""
    home.mkdir()
    pretend_collected(home / "static")


class Follower(threading.Thread):
    """Polls the log as the hub of a server does, and keeps all that it was told in the order of telling."""

    def __init__(self, *, many: int) -> None:
        super().__init__(daemon=True)
        self.seen: list[tuple[int, str]] = []
        self._many, self._last = many, WireEvent.objects.last_id()

    def run(self) -> None:
        """Until it has seen as many as there will be."""
        deadline = time.monotonic() + PATIENCE
        while len(self.seen) < self._many and time.monotonic() < deadline:
            for event in WireEvent.objects.after(self._last):
                self.seen.append((event.pk, event.payload["headline"]))
                self._last = event.pk
            time.sleep(0.005)
        connection.close()


class Crowd:
    """Clients, of whom each files its items one after the other, over a connection that it keeps."""

    def __init__(self, server: Running, headers: dict[str, str], *, clients: int, each: int) -> None:
        self.statuses: Counter[int] = Counter()
        self.filed: dict[str, int] = {}
        self._port, self._headers, self._each = server.port, headers, each
        self._threads = [threading.Thread(target=self._file, args=(n,), daemon=True) for n in range(clients)]

    def file_all(self) -> None:
        """Return when all have done."""
        for thread in self._threads:
            thread.start()
        for thread in self._threads:
            thread.join(timeout=PATIENCE)

    def _file(self, client: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        for n in range(self._each):
            headline = f"Client {client}, item {n}"
            status, said = ask(line, json.dumps({"headline": headline}).encode(), self._headers)
            self.statuses[status] += 1
            self.filed[headline] = said.get("id", 0)
        line.close()


def ask(line: http.client.HTTPConnection, body: bytes, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """File what `body` says, over the connection; the status and the answer."""
    line.request("POST", ITEMS, body, headers | {"Content-Type": "application/json"})
    answer = line.getresponse()
    return answer.status, json.loads(answer.read())
