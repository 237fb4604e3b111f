"""Several nodes forget together, through a real Redis that comes and goes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from redis import Redis

from broadsheet.edge.broadcast import Listener, announce, line, listening
from tests.edge.programs import end, free_port, listens, program, start


class Server:
    """A redis-server on a port of its own, that keeps nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        places = ["--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(self.folder)]
        command = [program("redis-server"), *places, "--save", "", "--appendonly", "no", "--daemonize", "no"]
        self.process = start(command, ready=lambda: listens(self.port))

    def kill(self) -> None:
        end(self.process, signal.SIGKILL)

    def client(self) -> Redis:
        return Redis.from_url(self.url)


class Node:
    """Another machine: what it forgot, how often it caught up."""

    def __init__(self) -> None:
        self.forgot: list[tuple[int, list[str], bool]] = []
        self.caught_up = 0
        self.hold = threading.Event()
        self.hold.set()
        self.listener = Listener(self.forget, self.catch_up)

    def forget(self, change_id: int, tags: list[str], gone: bool) -> None:
        self.hold.wait(5)
        self.forgot.append((change_id, tags, gone))

    def catch_up(self) -> None:
        self.caught_up += 1


def until(true: Callable[[], bool], *, within: float = 10.0) -> None:
    end_of_patience = time.monotonic() + within
    while not true():
        assert time.monotonic() < end_of_patience, "it never came true"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("redis"))
    made.start()
    yield made
    made.kill()


@pytest.fixture
def redis(server: Server, settings: LazySettings) -> Server:
    """The newsroom's Redis, empty."""
    settings.REDIS_URL = server.url
    with server.client() as client:
        client.flushall()
    return server


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Node]]:
    """Makes a node of another machine, which listens."""
    here = threading.current_thread()
    # One process plays several: what is announced in the test's own thread comes from somebody else.
    name = lambda: "here" if threading.current_thread() is here else "elsewhere"  # noqa: E731
    monkeypatch.setattr("broadsheet.edge.broadcast.announcing.sender", name)
    monkeypatch.setattr("broadsheet.edge.broadcast.listening.sender", name)
    nodes = []

    def make() -> Node:
        node = Node()
        nodes.append(node)
        node.listener.start()
        until(lambda: node.caught_up == 1)
        return node

    yield make
    for node in nodes:
        node.hold.set()
        node.listener.stop()
        assert not node.listener.is_alive()


def test_every_node_has_forgotten_when_the_editor_goes_on(
    redis: Server, elsewhere: Callable[[], Node]
) -> None:
    nodes = [elsewhere(), elsewhere()]
    assert announce(7, {"stories", "page:12"}, gone=True) is True
    assert [node.forgot for node in nodes] == [[(7, ["page:12", "stories"], True)]] * 2


def test_where_nobody_listens_nobody_is_waited_for(redis: Server) -> None:
    assert announce(7, ["page:12"], gone=False) is True


def test_a_newsroom_on_one_machine_asks_nobody(settings: LazySettings) -> None:
    settings.REDIS_URL = ""
    assert announce(7, ["page:12"], gone=False) is True


def test_a_listener_of_a_newsroom_on_one_machine_ends_at_once(settings: LazySettings) -> None:
    settings.REDIS_URL = ""
    node = Node()
    node.listener.start()
    node.listener.join(2)
    assert not node.listener.is_alive()


def test_a_node_that_hangs_is_not_waited_for_longer_than_was_allowed(
    redis: Server, elsewhere: Callable[[], Node], caplog: pytest.LogCaptureFixture
) -> None:
    quick, hanging = elsewhere(), elsewhere()
    hanging.hold.clear()
    began = time.monotonic()
    assert announce(7, ["page:12"], gone=False, patience=0.5) is False
    assert 0.4 < time.monotonic() - began < 1.5
    assert len(quick.forgot) == 1
    assert [record.event for record in caplog.records] == ["broadcast_unanswered"]


def test_a_node_that_fails_says_so_at_once_and_catches_up(
    redis: Server, elsewhere: Callable[[], Node]
) -> None:
    node = elsewhere()

    def fail(*change: object) -> None:
        raise PermissionError("the store cannot be written")

    node.listener._forget = fail
    began = time.monotonic()
    assert announce(7, ["page:12"], gone=False) is False
    assert time.monotonic() - began < 1
    until(lambda: node.caught_up == 2)
    node.listener._forget = node.forget
    assert announce(8, ["page:12"], gone=False) is True


def test_a_node_that_cannot_catch_up_tries_until_it_can(
    redis: Server, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "TICK", 0.02)
    tries: list[float] = []

    def catch_up() -> None:
        tries.append(time.monotonic())
        if len(tries) < 4:
            raise OSError("the database is away")

    listener = Listener(lambda *change: None, catch_up)
    listener.start()
    until(lambda: len(tries) == 4)
    time.sleep(0.1)
    listener.stop()
    assert len(tries) == 4
    assert [record.event for record in caplog.records] == ["catch_up_failed"]


def test_of_two_hundred_changes_none_is_lost(redis: Server, elsewhere: Callable[[], Node]) -> None:
    nodes = [elsewhere(), elsewhere()]
    for change_id in range(200):
        assert announce(change_id, [f"page:{change_id}"], gone=False) is True
    for node in nodes:
        assert [change_id for change_id, _, _ in node.forgot] == list(range(200))


def test_announcers_do_not_take_each_others_answers(redis: Server, elsewhere: Callable[[], Node]) -> None:
    nodes = [elsewhere(), elsewhere()]
    told: list[bool] = []

    def tell(change_id: int) -> None:
        told.append(announce(change_id, ["page:1"], gone=False, patience=5))

    # Not in the test's own thread: these say that they are “elsewhere”, as the nodes do, which answer all the same.
    threads = [threading.Thread(target=tell, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [True] * 20
    assert [node.forgot for node in nodes] == [[], []]


def test_a_process_does_not_forget_what_it_announced_itself(redis: Server) -> None:
    node = Node()
    node.listener.start()
    until(lambda: node.caught_up == 1)
    assert announce(7, ["page:12"], gone=False) is True
    node.listener.stop()
    assert node.forgot == []


def test_another_newsroom_on_the_same_redis_is_not_told(
    redis: Server, elsewhere: Callable[[], Node], settings: LazySettings
) -> None:
    node = elsewhere()
    settings.REDIS_URL = redis.url.replace("/0", "/1")
    assert announce(7, ["page:12"], gone=False) is True
    assert node.forgot == []


@pytest.mark.parametrize(
    "words", ["", "{", "[]", "7", '{"answers": "x"}', '{"change": "x", "answers": "x", "tags": []}']
)
def test_what_is_not_ours_is_passed_over(words: str, redis: Server, elsewhere: Callable[[], Node]) -> None:
    node = elsewhere()
    with redis.client() as client:
        client.publish("broadsheet:changes:0", words)
    assert announce(7, ["page:12"], gone=False) is True
    assert len(node.forgot) == 1


def test_answers_leave_nothing_behind_for_long(redis: Server, elsewhere: Callable[[], Node]) -> None:
    node = elsewhere()
    node.hold.clear()
    announce(7, ["page:12"], gone=False, patience=0.1)
    node.hold.set()
    with redis.client() as client:
        until(lambda: len(client.keys("broadsheet:change:*")) == 1)
        assert 0 < client.ttl(client.keys("broadsheet:change:*")[0]) <= line.ANSWERS_LAST


def test_a_redis_that_is_away_costs_the_editor_next_to_nothing(
    settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    began = time.monotonic()
    assert announce(7, ["page:12"], gone=False) is False
    assert time.monotonic() - began < 1
    assert [record.event for record in caplog.records] == ["broadcast_failed"]


def test_a_redis_that_says_nothing_is_not_waited_for_longer_than_was_allowed(settings: LazySettings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.REDIS_URL = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        began = time.monotonic()
        assert announce(7, ["page:12"], gone=False, patience=0.4) is False
        assert time.monotonic() - began < 1.5


def test_a_listener_comes_back_with_redis_and_catches_up(
    tmp_path: Path, settings: LazySettings, elsewhere: Callable[[], Node], caplog: pytest.LogCaptureFixture
) -> None:
    own = Server(tmp_path)
    settings.REDIS_URL = own.url
    own.start()
    try:
        node = elsewhere()
        own.kill()
        assert announce(7, ["page:12"], gone=False, patience=0.5) is False
        until(lambda: "redis_away" in [record.event for record in caplog.records if hasattr(record, "event")])
        own.start()
        until(lambda: node.caught_up == 2)
        assert announce(8, ["page:12"], gone=False) is True
    finally:
        own.kill()
    assert [change_id for change_id, _, _ in node.forgot] == [8]


def test_an_outage_is_said_once_and_the_pauses_grow(
    settings: LazySettings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    node = Node()
    pauses: list[float] = []

    def wait(seconds: float) -> bool:
        pauses.append(seconds)
        if len(pauses) == 10:
            node.listener._stopped.set()
        return False

    monkeypatch.setattr(node.listener._stopped, "wait", wait)
    node.listener.run()
    assert pauses[:4] == [0.1, 0.2, 0.4, 0.8]
    assert pauses[-1] == listening.LONGEST_PAUSE
    assert [record.event for record in caplog.records] == ["redis_away"]


def test_a_listener_that_waits_for_redis_ends_quickly(settings: LazySettings) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    node = Node()
    node.listener._pause = 5.0
    node.listener.start()
    time.sleep(0.2)
    began = time.monotonic()
    node.listener.stop()
    assert not node.listener.is_alive()
    assert time.monotonic() - began < 1


def test_a_line_that_died_without_a_word_is_opened_anew(
    tmp_path: Path, settings: LazySettings, elsewhere: Callable[[], Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "PING_AFTER", 0.1)
    monkeypatch.setattr(listening, "DEAF_AFTER", 0.5)
    monkeypatch.setattr(listening, "TICK", 0.05)
    own = Server(tmp_path)
    settings.REDIS_URL = own.url
    own.start()
    try:
        node = elsewhere()
        time.sleep(1)
        assert node.caught_up == 1  # what is quiet and well is left alone
        os.killpg(own.process.pid, signal.SIGSTOP)
        time.sleep(0.8)
        os.killpg(own.process.pid, signal.SIGCONT)
        until(lambda: node.caught_up == 2)
    finally:
        own.kill()


def test_a_message_is_small_and_names_its_sender(redis: Server) -> None:
    with redis.client() as client, client.pubsub() as heard:
        heard.subscribe("broadsheet:changes:0")
        heard.get_message(timeout=2)
        announce(7, ["page:12"], gone=False, patience=0.1)
        message = json.loads(heard.get_message(timeout=2)["data"])
    assert message["sender"] == line.sender()
    assert (message["change"], message["tags"], message["gone"]) == (7, ["page:12"], False)
