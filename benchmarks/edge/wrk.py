"""32 readers who never stop: wrk, and what it measured."""

from __future__ import annotations

import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.edge.cpu import used
from benchmarks.edge.newsroom import HOST, Server
from tests.edge.programs import program

READERS, THREADS = 32, 2
LONGEST = 300  # seconds
LUA = Path(__file__).with_name("readers.lua")


@dataclass(frozen=True, slots=True)
class Measured:
    """Pages a second, milliseconds that half and 99 of 100 waited at most, µs of CPU for each, and answers amiss."""

    rate: float
    p50: float
    p99: float
    cpu: float
    amiss: int


def measure(server: Server, paths: Sequence[str], seconds: float) -> Measured:
    """Ask one server for `paths` at random, as often as it answers."""
    before = used(server.pids)
    with hammering(server, paths, seconds=seconds) as wrk:
        said = wrk.communicate(timeout=LONGEST)[0]
    return _read(said, used(server.pids) - before)


@contextmanager
def hammering(
    server: Server, paths: Sequence[str], *, seconds: float = LONGEST, looking: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """Within, 32 readers ask; `looking` at every answer costs them time."""
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths))
        file.flush()
        words = [f"-t{THREADS}", f"-c{READERS}", f"-d{round(seconds)}s", "-s", str(LUA)]
        headers = ["-H", f"Host: {HOST}", "-H", "Accept-Encoding: gzip"]
        command = [program("wrk"), *words, *headers, f"http://127.0.0.1:{server.port}", "--", file.name]
        wrk = subprocess.Popen(  # noqa: S603  # ours
            [*command, *(["look"] if looking else [])], stdout=subprocess.PIPE, text=True
        )
        try:
            yield wrk
        finally:
            if wrk.poll() is None:
                wrk.kill()
            wrk.wait()


def stopped(wrk: subprocess.Popen[str]) -> Measured:
    """Send the readers home; what they saw."""
    wrk.send_signal(signal.SIGINT)
    return _read(wrk.communicate(timeout=30)[0], 0)


def _read(said: str, cpu: float) -> Measured:
    line = next(line for line in said.splitlines() if line.startswith("MEASURED "))
    requests, duration, p50, p99, amiss = map(int, line.split()[1:])
    return Measured(requests / duration * 1e6, p50 / 1000, p99 / 1000, cpu / max(requests, 1), amiss)
