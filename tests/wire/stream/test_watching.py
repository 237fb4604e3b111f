"""The watcher looks into the log, and tells what is new once, in order."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pytest
from django.db import OperationalError

from broadsheet.wire.models import WireEvent
from broadsheet.wire.stream import watching
from broadsheet.wire.stream.hearing import HintListener
from broadsheet.wire.stream.messages import Told
from broadsheet.wire.stream.watching import OFTEN, SELDOM, SOON, Watcher
from broadsheet.wire.stream.window import MOST, Window

pytestmark = pytest.mark.django_db


class Hub:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.windows: list[Window] = []
        self.told: list[int] = []
        self.said: list[bool] = []

    def load(self, window: Window) -> None:
        self.windows.append(window)

    def take(self, events: list[Told]) -> None:
        self.told += [event.id for event in events]

    def say_away(self, is_away: bool) -> None:
        self.said.append(is_away)


class Closed:
    """Django's connections, that would end the test's own transaction."""

    closed = 0

    def close_all(self) -> None:
        self.closed += 1


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def watcher(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Watcher:
    """One that looks when the test says so."""
    monkeypatch.setattr(watching, "connections", Closed())
    return Watcher(hub, lambda do, what: do(what), hinted=threading.Event())


def file(number: int, subject: str = "") -> None:
    """As `log.append` leaves it: what was said of the subject before has lost its words."""
    subject = subject or f"item:{number}"
    WireEvent.objects.filter(subject=subject).update(payload=None)
    WireEvent.objects.create(id=number, kind="banner", subject=subject, payload={"html": str(number)})


def ids(window: Window) -> list[int]:
    return [told.id for told in window.after(0)]


def test_it_begins_with_the_newest_event_of_each_subject(watcher: Watcher, hub: Hub) -> None:
    for number, subject in enumerate(["item:1", "item:2", "item:1", "banner"], start=1):
        file(number, subject)
    watcher._look_and_say()
    (window,) = hub.windows
    assert (ids(window), window.last, window.floor) == ([2, 3, 4], 4, 0)


def test_it_begins_with_no_more_than_the_window_holds(watcher: Watcher, hub: Hub) -> None:
    WireEvent.objects.bulk_create(
        WireEvent(id=n, kind="banner", subject=f"item:{n}", payload={}) for n in range(1, MOST + 6)
    )
    watcher._look_and_say()
    (window,) = hub.windows
    assert (len(ids(window)), window.floor, window.last) == (MOST, 5, MOST + 5)


def test_of_an_empty_log_the_first_event_is_told(watcher: Watcher, hub: Hub) -> None:
    watcher._look_and_say()
    assert (ids(hub.windows[0]), hub.windows[0].last) == ([], 0)
    file(1)
    watcher._look_and_say()
    assert hub.told == [1]


def test_every_event_is_told_once_in_order(watcher: Watcher, hub: Hub) -> None:
    file(1)
    watcher._look_and_say()
    for number in (2, 3):
        file(number)
    watcher._look_and_say()
    watcher._look_and_say()
    file(4, "item:2")
    watcher._look_and_say()
    assert hub.told == [2, 3, 4]
    assert len(hub.windows) == 1


def test_a_look_where_nothing_is_new_costs_one_query(
    watcher: Watcher, django_assert_num_queries: Any
) -> None:
    file(1)
    watcher._look_and_say()
    with django_assert_num_queries(1):
        watcher._look_and_say()


def test_another_log_is_loaded_anew(watcher: Watcher, hub: Hub) -> None:
    file(7)
    watcher._look_and_say()
    WireEvent.objects.all().delete()
    file(2)
    watcher._look_and_say()
    assert [window.last for window in hub.windows] == [7, 2]


class Outage:
    """While it lasts, the database does not answer."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher, self._look = watcher, watcher._look

    def begin(self, error: Exception) -> None:
        def fail() -> None:
            raise error

        self._watcher._look = fail

    def end(self) -> None:
        self._watcher._look = self._look


@pytest.fixture
def outage(watcher: Watcher) -> Outage:
    return Outage(watcher)


def test_that_the_database_is_away_is_said_once_and_what_came_meanwhile_is_told(
    watcher: Watcher, hub: Hub, outage: Outage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    file(1)
    watcher._look_and_say()
    outage.begin(OperationalError("no route"))
    for _ in range(4):
        watcher._look_and_say()
    assert hub.said == [True]
    file(2)
    outage.end()
    watcher._look_and_say()
    assert (hub.said, hub.told) == ([True, False], [2])
    assert [record.event for record in caplog.records] == ["wire_log_away", "wire_log_back"]


def test_a_connection_that_was_lost_is_made_anew_before_anybody_is_told(
    watcher: Watcher, hub: Hub, outage: Outage
) -> None:
    watcher._look_and_say()
    outage.begin(OperationalError("the server closed the connection"))
    watcher._look_and_say()
    assert watcher._pause() == SOON
    outage.end()
    watcher._look_and_say()
    assert hub.said == []
    assert watching.connections.closed == 1


def test_its_connection_is_renewed_now_and_then(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> None:
    watcher._look_and_say()
    assert watching.connections.closed == 0
    monkeypatch.setattr(watching, "FRESH", 0.0)
    watcher._look_and_say()
    assert watching.connections.closed == 1


def test_a_process_that_starts_while_the_database_is_away_begins_when_it_comes(
    watcher: Watcher, hub: Hub, outage: Outage
) -> None:
    file(1)
    outage.begin(OperationalError("no route"))
    watcher._look_and_say()
    watcher._look_and_say()
    assert (hub.windows, hub.said) == ([], [True])
    outage.end()
    watcher._look_and_say()
    assert (len(hub.windows), hub.said) == (1, [True, False])


def test_it_survives_what_nobody_has_thought_of(
    watcher: Watcher, hub: Hub, outage: Outage, caplog: pytest.LogCaptureFixture
) -> None:
    outage.begin(ZeroDivisionError())
    watcher._look_and_say()
    outage.end()
    watcher._look_and_say()
    assert [record.event for record in caplog.records] == ["wire_look_failed"]
    assert len(hub.windows) == 1


def test_it_looks_four_times_a_second_and_seldom_while_redis_is_heard(watcher: Watcher) -> None:
    assert watcher._pause() == OFTEN == 0.25
    watcher._ear = HintListener()
    assert watcher._pause() == OFTEN
    watcher._ear.is_hearing = True
    assert watcher._pause() == SELDOM


def test_a_hint_wakes_it_at_once_and_it_ends_when_told(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hinted, looks = threading.Event(), threading.Semaphore(0)
    watcher = Watcher(hub, lambda do, what: None, hinted=hinted)
    monkeypatch.setattr(watcher, "_look", looks.release)
    monkeypatch.setattr(watcher, "_pause", lambda: 60)
    watcher.start()
    assert looks.acquire(timeout=5)
    hinted.set()
    assert looks.acquire(timeout=5)
    watcher.stop()
    assert not watcher.is_alive()


def test_it_ends_with_the_loop(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise RuntimeError("Event loop is closed")

    watcher = Watcher(hub, closed, hinted=threading.Event())
    monkeypatch.setattr(watcher, "_look", lambda: watcher._tell(hub.load, Window()))
    monkeypatch.setattr(watcher, "_pause", lambda: 0.01)
    watcher.start()
    watcher.join(5)
    assert not watcher.is_alive()
