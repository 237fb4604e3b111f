"""Several nodes forget together, through a real Redis."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from django.conf import LazySettings

from broadsheet.edge.broadcast import Listener, announce, line, listening
from tests.edge.broadcast.nodes import Node, Server, until


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
    monkeypatch.setattr(listening.Listener, "tick", 0.02)
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
