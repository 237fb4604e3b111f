"""A newsroom that two servers serve for real, a reporter who files, and readers with open pages."""

from __future__ import annotations

import http.client
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.newsroom import Running, environment, found, start
from tests.edge.broadcast.nodes import Server as Redis
from tests.edge.live import pretend_collected
from tests.wire.stream.event_stream import EventStream
from tests.wire.stream.pages import ADDRESS

REPORTER = """
import sys, time, django
django.setup()
from broadsheet.wire.actions.post import post_item
from broadsheet.wire.models import WireEvent
print("ready", flush=True)
for headline in sys.stdin:
    post_item(headline.strip())
    print(WireEvent.objects.last_id(), time.time(), flush=True)
"""


class Reporter:
    """Files items, from a process that serves nobody."""

    def __init__(self, home: Path) -> None:
        env = environment() | {"BROADSHEET_HOME": str(home), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
        self._process = subprocess.Popen(  # noqa: S603  # ours
            [sys.executable, "-c", REPORTER],
            env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def wait(self) -> None:
        """Wait until the reporter is there."""
        assert self._process.stdout.readline() == "ready\n"

    def file(self, headline: str) -> tuple[str, float]:
        """File an item; the id of its event, and when its commit was over."""
        self._process.stdin.write(f"{headline}\n")
        self._process.stdin.flush()
        number, committed = self._process.stdout.readline().split()
        return number, float(committed)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


class OpenPage:
    """A reader's connection, and what came over it, with times."""

    def __init__(self, port: int, *, after: str = "") -> None:
        self.stream = EventStream()
        self.came: dict[str, float] = {}
        self.ended_at = 0.0
        self._client = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
        self._client.request("GET", ADDRESS, headers={"Last-Event-ID": after} if after else {})
        self._answer = self._client.getresponse()
        assert self._answer.status == 200
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.until(lambda: "hello" in self.stream.names)

    def _listen(self) -> None:
        try:
            while chunk := self._answer.read1():
                known = len(self.stream.ids)
                self.stream.feed(chunk)
                self.came |= dict.fromkeys(self.stream.ids[known:], time.time())
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass  # closed, here or there
        self.ended_at = time.time()

    def until(self, true: Callable[[], bool], *, within: float = 10.0) -> None:
        deadline = time.monotonic() + within
        while not true():
            assert time.monotonic() < deadline, self.stream.heard
            time.sleep(0.005)

    def close(self) -> None:
        if self._client.sock is not None:
            self._client.sock.shutdown(2)
        self._thread.join(10)
        self._client.close()


@dataclass(slots=True)
class Served:
    """Two servers of one newsroom, as on two machines, and their Redis."""

    home: Path
    redis: Redis
    reporter: Reporter
    servers: list[Running]

    @contextmanager
    def pages(self, *, after: str = "") -> Iterator[list[OpenPage]]:
        """A page open at each server."""
        opened = [OpenPage(server.port, after=after) for server in self.servers]
        try:
            yield opened
        finally:
            for page in opened:
                page.close()

    def serve(self, which: int, port: int) -> None:
        """Start one of the servers again, in its place."""
        self.servers[which] = _serve(self.home, port)
        self.servers[which].get("/healthz")


def _serve(home: Path, port: int = 0) -> Running:
    with (home / "server.log").open("a") as log:
        return start("--home", home, "serve", "--port", "PORT", port=port, said=log)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Found a newsroom with Redis, and serve it twice."""
    home, redis = folder / "home", Redis(folder)
    found(home)
    pretend_collected(home / "static")
    with (home / "broadsheet.env").open("a") as settings:
        settings.write(f"REDIS_URL={redis.url}\n")
    with ExitStack() as stack:
        redis.start()
        stack.callback(redis.kill)
        reporter = Reporter(home)
        stack.callback(reporter.close)
        running = Served(home, redis, reporter, [_serve(home), _serve(home)])
        stack.callback(lambda: [server.stop() for server in running.servers])
        for server in running.servers:
            server.get("/healthz")
        reporter.wait()
        yield running
