"""The stream as readers get it: from two servers of one newsroom, with a Redis that may be killed."""

from __future__ import annotations

import http.client
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sseclient import SSEClient

from tests.database import is_postgresql
from tests.wire.stream.pages import ADDRESS, until
from tests.wire.stream.serving import OpenPage, Served, served

pytestmark = pytest.mark.skipif(
    is_postgresql(), reason="The newsroom that is served is on SQLite in any case."
)

SOON = 1.0  # seconds from commit to receipt; without a hint it would be up to five


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("wire")) as running:
        yield running


def hears(page: OpenPage, number: str) -> None:
    page.until(lambda: number in page.came)


def worker_of(server: int) -> int:
    """The process behind it that answers."""
    return int(Path(f"/proc/{server}/task/{server}/children").read_text().split()[0])


def test_what_is_filed_elsewhere_is_on_the_pages_of_both_servers_within_a_second(room: Served) -> None:
    with room.pages() as pages:
        for number, committed in [room.reporter.file(f"Ferry {n} is late") for n in range(3)]:
            for page in pages:
                hears(page, number)
                assert page.came[number] - committed < SOON
        assert pages[0].stream.ids == pages[1].stream.ids


def test_a_reader_who_comes_back_to_the_other_server_hears_each_item_once(room: Served) -> None:
    first, second = room.servers
    before = OpenPage(first.port)
    number, _ = room.reporter.file("Mole closed")
    hears(before, number)
    before.close()
    missed = [room.reporter.file(f"Mole closed, day {n}")[0] for n in range(3)]
    after = OpenPage(second.port, after=before.stream.last_id)
    hears(after, missed[-1])
    number, _ = room.reporter.file("Mole open")
    hears(after, number)
    after.close()
    assert after.stream.ids == [*missed, number]


def test_with_redis_killed_in_the_middle_nothing_is_lost_and_nothing_comes_twice(room: Served) -> None:
    with room.pages() as pages:
        numbers = [room.reporter.file("Before")[0]]
        room.redis.kill()
        try:
            numbers += [room.reporter.file(f"Without Redis, {n}")[0] for n in range(2)]
            for page in pages:
                hears(page, numbers[-1])
        finally:
            room.redis.start()
        numbers += [room.reporter.file("After")[0]]
        for page in pages:
            hears(page, numbers[-1])
            assert page.stream.ids == numbers


def test_a_standard_client_reads_the_stream(room: Served) -> None:
    number, _ = room.reporter.file("Gulls «counted»\u2028again")
    client = http.client.HTTPConnection("127.0.0.1", room.servers[0].port, timeout=20)
    client.request("GET", f"{ADDRESS}?after={int(number) - 1}", headers={"Accept": "text/event-stream"})
    events = SSEClient(client.getresponse()).events()
    heard = [next(events) for _ in range(2)]
    client.close()
    assert [(event.event, event.id) for event in heard] == [("hello", None), ("item", number)]
    assert "Gulls «counted»" in heard[1].data


def test_a_server_that_is_told_to_stop_lets_its_readers_go_and_stops(room: Served) -> None:
    server = room.servers[1]
    page = OpenPage(server.port)
    began = time.time()
    assert server.stop(signal.SIGTERM)[0] == 0
    stopped = time.time()
    page.until(lambda: bool(page.ended_at))
    page.close()
    room.serve(1, server.port)
    assert page.ended_at - began < 2
    assert stopped - began < 10  # it would be twenty seconds
    assert 2_000 <= page.stream.retry <= 18_000


def test_a_process_that_was_killed_is_followed_by_one_that_knows_all(room: Served) -> None:
    server = room.servers[0]
    page = OpenPage(server.port)
    number, _ = room.reporter.file("Before the fall")
    hears(page, number)
    os.kill(worker_of(server.process.pid), signal.SIGKILL)
    page.until(lambda: bool(page.ended_at))
    page.close()
    missed, _ = room.reporter.file("During the fall")
    until(lambda: _listens(server.port))
    back = OpenPage(server.port, after=page.stream.last_id)
    hears(back, missed)
    back.close()
    assert back.stream.ids == [missed]


def _listens(port: int) -> bool:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        client.request("HEAD", ADDRESS)
        return client.getresponse().status == 200
    except OSError:
        return False
    finally:
        client.close()
