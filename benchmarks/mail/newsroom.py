"""A newsroom with many subscribers, its workers, and an edition for them."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.edge.newsroom import django_environment
from benchmarks.mail.sink import LONGEST
from tests.cli.newsroom import broadsheet
from tests.edge.programs import end

WORKERS, CONNECTIONS = 2, 4


@dataclass(frozen=True, slots=True)
class Sent:
    """How an edition went out: how many, in how many seconds of sending and of writing the audience down."""

    recipients: int
    accepted: int
    uncertain: int
    seconds: float
    freezing: float
    memory: int  # the largest worker's peak, in kB

    @property
    def rate(self) -> float:
        return self.accepted / self.seconds


def found(home: Path, *, mail_url: str) -> dict[str, str]:
    """Found it; the environment of all that is of it."""
    done = broadsheet(
        "init", home, "--no-input", "--name", "The Harbour Ledger", "--url", "http://paper.example"
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return django_environment(home) | {
        "EMAIL_URL": mail_url,
        "BROADSHEET_MAIL_CONNECTIONS": str(CONNECTIONS),
        "BROADSHEET_LOG_LEVEL": "WARNING",
    }


def send(given: dict[str, str], *, recipients: int, size: int) -> Sent:
    """Subscribe that many, start the workers, and send one edition to all."""
    _desk(given, "subscribe", recipients)
    with _workers(given) as pids:
        began = _desk(given, "send", recipients, size)
        while not _has_ended(Path(given["BROADSHEET_HOME"])):
            if time.time() - began["at"] > LONGEST:
                raise RuntimeError("It takes too long.")
            time.sleep(1)
        memory = max(_peak(pid) for pid in pids)
    ended = _desk(given, "look")
    return Sent(
        recipients,
        accepted=ended["accepted"],
        uncertain=ended["uncertain"],
        seconds=ended["seconds"],
        freezing=began["freezing"],
        memory=memory,
    )


def django_rate(given: dict[str, str], *, messages: int, size: int) -> float:
    """Messages a second by Django's own `send_messages`, each message built for its reader."""
    return float(_desk(given, "django", messages, size)["rate"])


def _desk(given: dict[str, str], *words: object) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.mail.desk", *map(str, words)]
    done = subprocess.run(command, env=given, capture_output=True, text=True, timeout=LONGEST, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


@contextmanager
def _workers(given: dict[str, str]) -> Iterator[list[int]]:
    command = [sys.executable, "-m", "broadsheet.cli", "worker"]
    with ExitStack() as stack:
        processes = []
        for _ in range(WORKERS):
            process = subprocess.Popen(command, env=given, start_new_session=True)  # noqa: S603
            stack.callback(end, process)
            processes.append(process)
        time.sleep(6)  # until they look for work
        yield [process.pid for process in processes]


def _has_ended(home: Path) -> bool:
    """Whether nothing is under way. Not asked through Django: to start it takes half of a processor each time."""
    with closing(sqlite3.connect(f"file:{home / 'db.sqlite3'}?mode=ro", uri=True)) as database:
        going = database.execute("SELECT 1 FROM delivery_dispatch WHERE ended_at IS NULL LIMIT 1")
        return going.fetchone() is None


def _peak(pid: int) -> int:
    """The most memory that a process has held, in kB (proc(5))."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0
