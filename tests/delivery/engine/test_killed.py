"""Workers are killed with -9 while the server misbehaves: nobody is lost, and who may have it twice is known."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from broadsheet.delivery.models import Delivery, Dispatch
from tests.cli.newsroom import environment
from tests.delivery.smtp_server import counting_server
from tests.factories import make_dispatch
from tests.wire.api.crowd import given

RECIPIENTS, WORKERS, CONNECTIONS, KILLS = 20_000, 2, 4, 5
LONGEST = 150.0  # seconds, on a machine that is busy with other tests
# The connection ends in the message or after it, and nobody says whether it was taken: some were, some were not.
BROKEN = {
    f"reader{n}@host{n % 5}.example": ("content:drop", "end:drop", "end:lost")[n % 3]
    for n in range(40, RECIPIENTS, 977)
}
UNKNOWN = {f"reader{n}@host{n % 5}.example" for n in range(70, RECIPIENTS, 700)}
CHANCE = {
    "rcpt:450": 0.01,
    "rcpt:421": 0.001,
    "data:451": 0.002,
    "end:452": 0.003,
    "rcpt:stall": 0.0002,
}  # fmt: skip


class Nursery:
    """Workers that can be killed and come again."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.workers: list[int] = []

    def start_one(self) -> None:
        """Bring up another."""
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.workers.append(int(self._process.stdout.readline()))

    def kill_one(self, luck: random.Random) -> None:
        """As a power cut does, whatever it is doing."""
        os.kill(self.workers.pop(luck.randrange(len(self.workers))), signal.SIGKILL)


@contextmanager
def nursery(port: int, home) -> Iterator[Nursery]:
    ours = {
        "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
        "BROADSHEET_HOME": str(home),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "BROADSHEET_MAIL_CONNECTIONS": str(CONNECTIONS),
        "BROADSHEET_LOG_LEVEL": "ERROR",
    }
    process = subprocess.Popen(  # ours
        [sys.executable, "-m", "tests.delivery.engine.nursery"],
        env=environment(given() | ours) | ours,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    one = Nursery(process)
    try:
        yield one
    finally:
        for pid in one.workers:
            os.kill(pid, signal.SIGKILL)
        process.stdin.close()
        process.wait(10)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_everybody_is_reached_once_but_for_those_the_ledger_calls_uncertain(tmp_path):
    luck = random.Random()  # noqa: S311
    dispatch = make_dispatch(RECIPIENTS)
    faults = dict.fromkeys(UNKNOWN, "rcpt:550") | {who: [what] for who, what in BROKEN.items()}
    with counting_server(faults=faults, chance=CHANCE) as server, nursery(server.port, tmp_path) as workers:
        for _ in range(WORKERS):
            workers.start_one()
        for kill in range(KILLS):
            wait_until(server.accepted, RECIPIENTS * (kill + luck.random()) / KILLS * 0.9)
            workers.kill_one(luck)
            workers.start_one()
        end = time.monotonic() + LONGEST
        while Dispatch.objects.get().state != "done":
            assert time.monotonic() < end, Counter(Delivery.objects.values_list("state", flat=True))
            time.sleep(0.1)

    rows = {row.address: row for row in Delivery.objects.all()}
    assert {row.address for row in rows.values() if row.state == "failed"} == UNKNOWN
    assert all(rows[who].code == 550 and who not in server.accepted for who in UNKNOWN)
    reached = [who for who, row in rows.items() if row.state == "accepted"]
    assert len(reached) == RECIPIENTS - len(UNKNOWN)
    assert all(server.accepted[who] for who in reached)

    uncertain = {who for who, row in rows.items() if row.uncertain}
    twice = {who for who, times in server.accepted.items() if times > 1}
    assert twice <= uncertain
    assert max(server.accepted.values()) <= 2
    assert set(BROKEN) <= uncertain
    assert len(uncertain - set(BROKEN)) <= CONNECTIONS * KILLS
    dispatch.refresh_from_db()
    assert (dispatch.accepted, dispatch.failed) == (len(reached), len(UNKNOWN))


def wait_until(counted: Counter[str], least: float) -> None:
    """Until the server has taken so many."""
    end = time.monotonic() + LONGEST
    while sum(list(counted.values())) < least:
        assert time.monotonic() < end, f"{sum(counted.values())} of {least:.0f} messages arrived."
        time.sleep(0.02)
