"""What processes have used of the processor."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

TICK = 1_000_000 / os.sysconf("SC_CLK_TCK")  # microseconds


def used(pids: Iterable[int]) -> float:
    """Microseconds, in user and system mode, of these processes and their children."""
    return sum(_ticks(one) for pid in pids for one in _family(pid)) * TICK


def _family(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for task in tasks for child in task.read_text().split()]
    return [pid, *(one for child in children for one in _family(child))]


def _ticks(pid: int) -> int:
    # The name, in brackets, may hold anything: what follows it is counted from its end (proc(5)).
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(after_name[11]) + int(after_name[12])
