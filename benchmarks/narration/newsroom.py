"""A newsroom with one story, its worker and its voice."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.edge.newsroom import django_environment
from tests.cli.newsroom import broadsheet
from tests.edge.programs import end

LONGEST = 900.0  # seconds


def found(home: Path) -> dict[str, str]:
    """Found it; the environment of all that is of it."""
    done = broadsheet(
        "init", home, "--no-input", "--name", "The Harbour Ledger", "--url", "http://paper.example"
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return django_environment(home) | {"BROADSHEET_VOICES": "", "BROADSHEET_LOG_LEVEL": "WARNING"}


def desk(given: dict[str, str], *words: object) -> dict[str, Any]:
    """Do it within the newsroom's Django, and return what it answers."""
    command = [sys.executable, "-m", "benchmarks.narration.desk", *map(str, words)]
    done = subprocess.run(command, env=given, capture_output=True, text=True, timeout=LONGEST, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@contextmanager
def worker(given: dict[str, str]) -> Iterator[int]:
    """The newsroom's worker, by its process id."""
    command = [sys.executable, "-m", "broadsheet.cli", "worker"]
    process = subprocess.Popen(command, env=given, start_new_session=True)  # noqa: S603
    try:
        time.sleep(5)  # until it looks for work
        yield process.pid
    finally:
        end(process)


def peaks(pid: int) -> tuple[int, int]:
    """The most memory in kB that the worker has held, and its voice (proc(5))."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    threads = Path(f"/proc/{pid}/task").iterdir()
    children += [child for thread in threads for child in (thread / "children").read_text().split()]
    return _peak(str(pid)), max((_peak(child) for child in set(children)), default=0)


def _peak(pid: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0
