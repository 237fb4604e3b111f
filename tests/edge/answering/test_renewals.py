"""Pages that are read are made anew first, beside their readers, and at next to no cost for these."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.asgi import get_asgi_application

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering import renewals as renewals_module
from broadsheet.edge.answering.renewals import AT_ONCE, Renewals
from broadsheet.edge.answering.shelf import Shelf
from broadsheet.edge.asgi import Edge
from broadsheet.edge.press import press as press_module
from broadsheet.edge.press.press import Press
from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.recording import Record
from broadsheet.edge.store.store import Store
from tests.edge.asking import Reader
from tests.edge.pages_now import stored_at
from tests.edge.store.sheets import FERRY, HOST, keep, words_of

HTML = ("Content-Type", "text/html; charset=utf-8")


class Django:
    """Says that the ferry is late, when it is let."""

    def __init__(self) -> None:
        self.asked: list[Address] = []
        self.failing = ""
        self.free = threading.Event()
        self.free.set()

    def __call__(self, address: Address) -> Printed:
        self.asked.append(address)
        self.free.wait(10)
        headers = (HTML, ("Broadsheet-Failing", self.failing))
        return Printed(503 if self.failing else 200, headers, b"Ferry, late", Record(loose={"wire"}))


@pytest.fixture
def django(monkeypatch: pytest.MonkeyPatch) -> Iterator[Django]:
    one = Django()
    monkeypatch.setattr(press_module, "render", one)
    yield one
    one.free.set()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "pages")


@pytest.fixture
def renewals(store: Store) -> Iterator[Renewals]:
    one = Renewals(Press(store))
    yield one
    one.close()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is overdue has been so for more than a minute, and each hit looks."""
    monkeypatch.setattr(renewals_module, "MAY_BE_OLD", -1.0)
    monkeypatch.setattr(renewals_module, "LOOK", 0.0)


def overdue(store: Store, *addresses: Address) -> list[Address]:
    """Pages that stand, and show what has changed."""
    for at in addresses:
        keep(store, "Ferry", loose=["wire"], at=at)
    store.forget(["wire"])
    return list(addresses)


def hit(renewals: Renewals, store: Store, at: Address) -> None:
    ready = Shelf(store).load(at)
    assert ready is not None
    renewals.consider(at, ready)


def until(true: Callable[[], Any]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.usefixtures("at_once")
def test_a_page_that_is_read_is_made_anew(renewals: Renewals, store: Store, django: Django) -> None:
    overdue(store, FERRY)
    hit(renewals, store, FERRY)  # which has it look what has changed
    until(lambda: renewals._newest)
    hit(renewals, store, FERRY)
    until(lambda: words_of(store.find(FERRY)) == "Ferry, late")


@pytest.mark.usefixtures("at_once")
def test_a_page_that_shows_the_latest_is_not(renewals: Renewals, store: Store, django: Django) -> None:
    overdue(store, FERRY)
    keep(store, "Ferry", loose=["wire"])
    for _ in range(3):
        hit(renewals, store, FERRY)
    renewals.close()
    assert django.asked == []


def test_a_page_may_be_a_minute_old(renewals: Renewals, store: Store, django: Django) -> None:
    overdue(store, FERRY)
    renewals._look()
    hit(renewals, store, FERRY)
    renewals.close()
    assert django.asked == []


@pytest.mark.usefixtures("at_once")
def test_a_few_are_made_at_a_time_and_each_once(renewals: Renewals, store: Store, django: Django) -> None:
    addresses = overdue(store, *(Address(HOST, f"/story-{number}/") for number in range(3 * AT_ONCE)))
    django.free.clear()
    renewals._look()
    for at in addresses * 2:
        hit(renewals, store, at)
    django.free.set()
    renewals.close()
    assert django.asked == addresses[:AT_ONCE]


def test_the_index_is_asked_once_a_second_however_many_read(
    renewals: Renewals, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    overdue(store, FERRY)
    ready = Shelf(store).load(FERRY)
    assert ready is not None
    looked: list[bool] = []

    def look() -> dict[str, int]:
        looked.append(True)
        return {}

    monkeypatch.setattr(store.index, "latest", look)
    for _ in range(1000):
        renewals.consider(FERRY, ready)
    renewals.close()
    assert len(looked) <= 2


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("failing", "asked"), [("database", 1), ("software", 1)])
def test_a_press_that_fails_is_left_alone_for_a_while(
    failing: str, asked: int, renewals: Renewals, store: Store, django: Django
) -> None:
    overdue(store, FERRY)
    django.failing = failing
    renewals._look()
    for _ in range(4):
        hit(renewals, store, FERRY)
        until(lambda: not renewals._under_way)
    assert len(django.asked) == asked
    assert words_of(store.find(FERRY)) == "Ferry"


@pytest.mark.usefixtures("at_once")
def test_a_reader_has_the_stored_page_at_once(stored: Store, django: Django) -> None:
    at = stored_at("/harbour/")
    overdue(stored, at)
    edge = Edge(get_asgi_application(), Press(stored))
    edge._renewals._look()
    django.free.clear()
    reader = Reader(edge)
    try:
        assert [reader.get("/harbour/").text for _ in range(3)] == ["Ferry"] * 3
        django.free.set()
        until(lambda: reader.get("/harbour/").text == "Ferry, late")
    finally:
        django.free.set()
        reader.close()
    assert len(django.asked) == 1
