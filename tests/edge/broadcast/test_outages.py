"""A Redis that goes and comes back costs the editor next to nothing, and loses nothing."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings

from broadsheet.edge.broadcast import announce, line, listening
from tests.edge.broadcast.nodes import Node, Server, until
from tests.edge.programs import free_port


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
    monkeypatch.setattr(listening.Listener, "ping_after", 0.1)
    monkeypatch.setattr(listening.Listener, "deaf_after", 0.5)
    monkeypatch.setattr(listening.Listener, "tick", 0.05)
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
