"""The two runs: a quiet evening, and one on which the server dies."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.edge.newsroom import Server
from benchmarks.edge.wrk import Measured, hammering, measure, stopped
from benchmarks.wire.crowd import Crowd
from benchmarks.wire.newsroom import PAGES, Filer, Newsroom, filing

PAUSE = 1.0  # seconds between two items
LONGEST = 120.0  # seconds for anything
SETTLED = 5.0  # seconds in which nothing happens, before memory is read


@dataclass(frozen=True, slots=True)
class Delivered:
    """Who received what, how late, what it cost."""

    expected: int
    received: int
    twice: int
    disordered: int
    seconds: list[float]  # from commit to receipt
    opening: float  # seconds to open all pages
    memory: float  # bytes for each open page in the server
    pages_alone: Measured
    pages_meanwhile: Measured


@dataclass(frozen=True, slots=True)
class Returned:
    """What a killed server lost, and when readers came back."""

    expected: int
    received: int
    twice: int
    disordered: int
    away: float  # seconds without a server
    returns: list[float]  # seconds from its death to each reader's return


def deliver(newsroom: Newsroom, size: int, items: int) -> Delivered:
    """Open that many pages on one process, and file."""
    server = Server("one process", newsroom.server.port, (newsroom.worker,))
    alone = measure(server, PAGES, 5)
    before = _memory(newsroom.worker)
    crowd = Crowd(newsroom.server.port, size)
    began = time.monotonic()
    if not crowd.run(lambda: crowd.open == size, longest=LONGEST):
        raise RuntimeError(f"Only {crowd.open:,} pages are open; {crowd.refused:,} were refused.")
    opening = time.monotonic() - began
    _wait(crowd, SETTLED)
    memory = (_memory(newsroom.worker) - before) / size
    with filing(newsroom.home, items, PAUSE) as filer, hammering(server, PAGES) as wrk:
        crowd.run(lambda: filer.process.poll() is not None, longest=LONGEST)
        filer.finish()
        crowd.run(lambda: _received(crowd, filer) >= size * items, longest=10)
        meanwhile = stopped(wrk)
    late = [at - filer.committed[event] for page in crowd.pages for event, at in page.received]
    found = Delivered(
        size * items, _received(crowd, filer), *_amiss(crowd), late, opening, memory, alone, meanwhile
    )
    crowd.close()
    return found


def lose_the_server(newsroom: Newsroom, size: int, items: int) -> Returned:
    """The same, and in the middle the server dies without a word and is started again."""
    crowd = Crowd(newsroom.server.port, size)
    if not crowd.run(lambda: crowd.open == size, longest=LONGEST):
        raise RuntimeError(f"Only {crowd.open:,} pages are open; {crowd.refused:,} were refused.")
    with filing(newsroom.home, items, PAUSE) as filer:
        _wait(crowd, items / 2 * PAUSE)
        died = time.monotonic()
        newsroom.kill()
        with ThreadPoolExecutor(1) as other:
            starting = other.submit(newsroom.start_again)
            crowd.run(starting.done, longest=LONGEST)
            starting.result()
        away = time.monotonic() - died
        crowd.run(lambda: filer.process.poll() is not None and crowd.open == size, longest=LONGEST)
        filer.finish()
        crowd.run(lambda: _received(crowd, filer) >= size * items, longest=20)
    returns = [page.opened[-1] - died for page in crowd.pages if len(page.opened) > 1]
    found = Returned(size * items, _received(crowd, filer), *_amiss(crowd), away, returns)
    crowd.close()
    return found


def _wait(crowd: Crowd, seconds: float) -> None:
    end = time.monotonic() + seconds
    crowd.run(lambda: time.monotonic() > end, longest=seconds + 1)


def _received(crowd: Crowd, filer: Filer) -> int:
    """Receipts of what was filed, each reader's each event once."""
    wanted = set(filer.committed)
    if not wanted:
        return 0
    return sum(len(wanted & {event for event, _ in page.received}) for page in crowd.pages)


def _amiss(crowd: Crowd) -> tuple[int, int]:
    """How many receipts were the second of their kind, and how many readers had them in another order."""
    ids = [[event for event, _ in page.received] for page in crowd.pages]
    return sum(len(row) - len(set(row)) for row in ids), sum(row != sorted(row) for row in ids)


def _memory(pid: int) -> int:
    """What the process holds in memory, in bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096
