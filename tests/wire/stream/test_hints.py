"""Hints go through a real Redis, which may come and go."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from broadsheet.wire.stream import hearing
from broadsheet.wire.stream.hearing import HintListener
from broadsheet.wire.stream.hints import hint, hinted
from tests.edge.broadcast.conftest import redis, server
from tests.edge.broadcast.nodes import Server
from tests.edge.programs import free_port
from tests.wire.stream.pages import until

__all__ = ["redis", "server"]


class Process:
    """Another process of the newsroom, that listens."""

    def __init__(self) -> None:
        self.woken = threading.Semaphore(0)
        self.ear = HintListener(self.woken.release)
        self.ear.start()

    def wakes(self) -> bool:
        return self.woken.acquire(timeout=5)

    def sleep(self) -> None:
        """Forget what it was woken by so far."""
        while self.woken.acquire(blocking=False):
            pass


@pytest.fixture
def other(redis: Server) -> Iterator[Process]:
    process = Process()
    assert process.wakes()  # anything may have been missed before
    yield process
    process.ear.stop()
    assert not process.ear.is_alive()


def test_a_hint_wakes_this_process_and_every_other(other: Process) -> None:
    assert other.ear.is_hearing
    hinted.clear()
    hint()
    assert hinted.is_set()
    assert other.wakes()


def test_another_newsroom_on_the_same_redis_is_not_woken(
    other: Process, redis: Server, settings: LazySettings
) -> None:
    settings.REDIS_URL = redis.url.replace("/0", "/1")
    hint()
    assert not other.woken.acquire(timeout=0.1)


def test_without_redis_a_hint_is_for_this_process_alone(settings: LazySettings) -> None:
    settings.REDIS_URL = ""
    hinted.clear()
    hint()
    assert hinted.is_set()


def test_a_redis_that_is_away_costs_the_filing_reporter_next_to_nothing(
    settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    began = time.monotonic()
    hint()
    assert time.monotonic() - began < 0.5
    assert [record.event for record in caplog.records] == ["wire_hint_failed"]


def test_a_redis_that_says_nothing_is_waited_for_half_a_second_at_most(settings: LazySettings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.REDIS_URL = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        began = time.monotonic()
        hint()
        assert time.monotonic() - began < 0.8


def test_while_redis_is_away_the_log_is_looked_at_more_often_and_then_hints_are_heard_again(
    server: Server, other: Process, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hearing, "PAUSE", 0.05)
    other.sleep()
    server.kill()
    assert other.wakes()  # so that it looks now, and no longer waits for hints
    assert not other.ear.is_hearing
    server.start()
    until(lambda: other.ear.is_hearing)
    other.sleep()
    hint()
    assert other.wakes()
    assert [record.event for record in caplog.records] == ["redis_away"]


def test_a_line_that_died_without_a_word_is_opened_anew(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HintListener, "patience", 0.1)
    monkeypatch.setattr(hearing, "PAUSE", 0.01)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.REDIS_URL = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        ear = HintListener(lambda: None)
        ear.start()
        silent.settimeout(5)
        for _ in range(2):
            silent.accept()[0].close()
        ear.stop()
    assert not ear.is_alive()


def test_a_newsroom_without_redis_listens_to_nothing(settings: LazySettings) -> None:
    settings.REDIS_URL = ""
    ear = HintListener(lambda: None)
    ear.start()
    ear.join(5)
    assert not ear.is_alive()
