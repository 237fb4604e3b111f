"""A newsroom with one server process, and somebody who files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.edge.newsroom import HOST, django_environment
from tests.cli.newsroom import Running, broadsheet, start

PAGES = ("/",)


@dataclass(slots=True)
class Newsroom:
    """Its folder, and the server that can be killed and started again on its port."""

    home: Path
    server: Running
    log: Path

    @property
    def worker(self) -> int:
        """The process that answers: the only child of the one that was started."""
        children = Path(
            f"/proc/{self.server.process.pid}/task/{self.server.process.pid}/children"
        ).read_text()
        return int(children.split()[0])

    def kill(self) -> None:
        """As a power cut does: `kill -9`, for the one that was started and the one that answers."""
        worker = self.worker
        self.server.process.kill()
        os.kill(worker, signal.SIGKILL)
        self.server.process.wait(10)

    def start_again(self) -> None:
        """On the same port."""
        self.server = _start(self.home, self.log, port=self.server.port)


@dataclass(slots=True)
class Filer:
    """Files from another process; `committed` tells for each event when."""

    process: subprocess.Popen[str]
    committed: dict[int, float] = field(default_factory=dict)

    def finish(self) -> None:
        """Wait until it has filed everything."""
        said, _ = self.process.communicate(timeout=120)
        if self.process.returncode:
            raise RuntimeError("Filing failed.")
        self.committed = dict(map(json.loads, said.splitlines()))


@contextmanager
def newsroom(home: Path) -> Iterator[Newsroom]:
    """Found it and serve it; the first page waits in the store."""
    done = broadsheet("init", home, "--no-input", "--name", "The Harbour Ledger", "--url", f"http://{HOST}")
    if done.returncode:
        raise RuntimeError(done.stderr)
    log = home / "server.log"
    one = Newsroom(home, _start(home, log), log)
    try:
        for path in PAGES:
            one.server.get(path)
        yield one
    finally:
        one.server.stop()


@contextmanager
def filing(home: Path, count: int, pause: float) -> Iterator[Filer]:
    """Within, somebody files `count` items, one every `pause` seconds."""
    command = [sys.executable, "-m", "benchmarks.wire.filer", str(count), str(pause)]
    process = subprocess.Popen(  # noqa: S603  # ours
        command, env=django_environment(home), stdout=subprocess.PIPE, text=True
    )
    try:
        yield Filer(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)


def _start(home: Path, log: Path, port: int = 0) -> Running:
    with log.open("a") as said:
        words = ("--home", home, "serve", "--port", str(port) if port else "PORT", "--processes", "1")
        running = start(*words, port=port, said=said)
        running.get("/healthz")
        return running
