"""How soon a reader sees what is published, while 32 others hammer the front page."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.edge.newsroom import Newsroom, Server, django_environment
from benchmarks.edge.polling import Poller
from benchmarks.edge.wrk import hammering, stopped
from tests.cli.newsroom import start

BETWEEN = 0.5  # seconds from one publishing to the next


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds from before and from after each publishing to the first answer that shows it, and what went wrong."""

    from_before: tuple[float, ...]
    from_after: tuple[float, ...]
    unseen: int
    amiss: tuple[str, ...]
    amiss_of_crowd: int
    backwards: int
    answers: int
    rate: float


def publish_under_load(newsroom: Newsroom, server: Server, numbers: range) -> Outcome:
    """Publish one story under each of the rising numbers; two more readers watch the front page."""
    pollers = [Poller(server.port, keeps_alive=keeps) for keeps in (True, False)]
    with ExitStack() as stack:
        stack.enter_context(_worker(newsroom.home))
        publisher = stack.enter_context(Publisher(newsroom.home))
        crowd = stack.enter_context(hammering(server, ["/"], looking=True))
        for poller in pollers:
            stack.enter_context(poller)
        acts = [publisher.publish(number) for number in numbers]
        time.sleep(2)
        seen_by_crowd = stopped(crowd)
    seen = sorted(answer for poller in pollers for answer in poller.seen)
    first = {number: _first_seen(seen, number) for number, _, _ in acts}
    return Outcome(
        tuple(first[number] - began for number, began, _ in acts if first[number]),
        tuple(max(0.0, first[number] - done) for number, _, done in acts if first[number]),
        sum(not moment for moment in first.values()),
        tuple(words for poller in pollers for words in poller.amiss),
        seen_by_crowd.amiss,
        backwards(seen),
        len(seen),
        seen_by_crowd.rate,
    )


def backwards(seen: Sequence[tuple[float, float, int]]) -> int:
    """Answers that are older than one which some reader had in hand before this one was asked for."""
    by_end = sorted(seen, key=lambda answer: answer[1])
    newest, place, found = 0, 0, 0
    for asked, _, edition in sorted(seen):
        while place < len(by_end) and by_end[place][1] <= asked:
            newest = max(newest, by_end[place][2])
            place += 1
        found += edition < newest
    return found


def _first_seen(seen: Sequence[tuple[float, float, int]], number: int) -> float:
    return min((answered for _, answered, edition in seen if edition >= number), default=0.0)


class Publisher:
    """Another process, an editor's, that publishes when it is told to."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-m", "benchmarks.edge.publisher"]
        self._process = subprocess.Popen(  # noqa: S603  # ours
            command, env=django_environment(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def publish(self, number: int) -> tuple[int, float, float]:
        """The number, and when publishing it began and was done."""
        time.sleep(BETWEEN)
        told, said = self._process.stdin, self._process.stdout
        if told is None or said is None:
            raise RuntimeError("The publisher has no pipes.")
        told.write(f"{number}\n")
        told.flush()
        _, began, done = json.loads(said.readline())
        return number, began, done

    def __enter__(self) -> Publisher:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def _worker(home: Path) -> Iterator[None]:
    """The paper's background work goes on, as on a server."""
    running = start("--home", home, "worker")
    try:
        yield
    finally:
        running.stop()
