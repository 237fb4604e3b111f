"""Runs it all and prints it: `python -m benchmarks.edge`.

`QUICK=1` measures less long; `ARCHIVE=500` or `ARCHIVE=20000` measures one archive instead of both.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from benchmarks.edge.newsroom import ALONE, FRONTED, Newsroom, newsroom
from benchmarks.edge.publishing import publish_under_load
from benchmarks.edge.table import Key, show_publishing, show_speed
from benchmarks.edge.wrk import Measured, measure
from benchmarks.figures import verdict

QUICK = bool(os.environ.get("QUICK"))
SIZES = tuple(int(size) for size in os.environ.get("ARCHIVE", "500 20000").split())
ROUNDS, SECONDS, WARM = (1, 2, 1) if QUICK else (3, 5, 2)
PUBLISHINGS = 5 if QUICK else 20
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def main() -> int:
    """Whether every target was reached, as an exit status."""
    signal.signal(signal.SIGTERM, _stop)
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-bench-"))
    folder.chmod(0o711)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        newsrooms = []
        for size in SIZES:
            console.print(f"Founding a newsroom with {size:,} stories …")
            newsrooms.append(stack.enter_context(newsroom(folder / str(size), size)))
        measured = speed(newsrooms)
        reached = show_speed(console, measured)
        subject = newsrooms[-1]
        for turn, name in enumerate((FRONTED, ALONE)):
            console.print(f"Publishing {PUBLISHINGS} times under load, {name} …")
            numbers = range(100 * turn + 1, 100 * turn + 1 + PUBLISHINGS)
            outcome = publish_under_load(subject, subject.server(name), numbers)
            reached += show_publishing(console, name, outcome)
    return verdict(console, reached)


def speed(newsrooms: Sequence[Newsroom]) -> dict[Key, list[Measured]]:
    """Every server, one after another, in each round: what else the machine does hits all of them alike."""
    found: dict[Key, list[Measured]] = {}
    for round_ in range(-1, ROUNDS):
        console.print(f"Measuring, round {round_ + 1} of {ROUNDS} …" if round_ >= 0 else "Warming up …")
        for mix in ("hot", "random"):
            for one in newsrooms:
                for server in one.servers:
                    paths = one.paths[:1] if mix == "hot" else one.paths
                    result = measure(server, paths, WARM if round_ < 0 else SECONDS)
                    if round_ >= 0:
                        found.setdefault((one.size, mix, server.name), []).append(result)
    return found


def _stop(*_: object) -> None:
    """End what was started, too; nobody may interrupt that."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


if __name__ == "__main__":
    sys.exit(main())
