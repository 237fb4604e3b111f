"""Misses: one flight for each page, for all who wait; a flood keeps no known page from being made."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.answering import printing
from broadsheet.edge.answering.printing import KNOWN_QUEUE, QUEUE, BusyError, Printing
from broadsheet.edge.press.press import PrintError
from broadsheet.edge.store.sheet import Sheet
from tests.edge.asking import in_a_loop
from tests.edge.store.sheets import FERRY, HOST, sheet


class Store:
    """Knows some pages."""

    def __init__(self, *known: Address) -> None:
        self.known = set(known)

    def knew(self, address: Address) -> bool:
        return address in self.known


class Press:
    """Makes pages as slowly as it is told."""

    def __init__(self, make: Callable[[Address], Sheet | None], *known: Address) -> None:
        self.store = Store(*known)
        self.asked: list[Address] = []
        self._make = make

    def page(self, address: Address) -> Sheet | None:
        self.asked.append(address)
        return self._make(address)


def run(press: Press, work: Callable[[Printing], Awaitable[Any]]) -> Any:
    async def together() -> Any:
        return await work(Printing(press))

    return in_a_loop(together())


def invented(count: int) -> list[Address]:
    return [Address(HOST, f"/invented-{number}/") for number in range(count)]


def slowly(address: Address) -> Sheet:
    time.sleep(0.05)
    return sheet(address.path)


def test_a_page_is_made_once_however_many_ask() -> None:
    press = Press(slowly)
    sheets = run(press, lambda one: asyncio.gather(*(one.page(FERRY) for _ in range(500))))
    assert press.asked == [FERRY]
    assert len(set(map(id, sheets))) == 1


def test_whoever_asks_afterwards_has_it_made_anew() -> None:
    press = Press(slowly)

    async def twice(one: Printing) -> None:
        await one.page(FERRY)
        assert not one.is_making(FERRY)
        await one.page(FERRY)

    run(press, twice)
    assert press.asked == [FERRY, FERRY]


@pytest.mark.parametrize(
    ("error", "failing"), [(PrintError("database"), "database"), (ZeroDivisionError(), "software")]
)
def test_all_who_wait_hear_of_a_failure(error: Exception, failing: str) -> None:
    def fail(address: Address) -> Sheet:
        time.sleep(0.02)
        raise error

    press = Press(fail)
    told = run(
        press, lambda one: asyncio.gather(*(one.page(FERRY) for _ in range(20)), return_exceptions=True)
    )
    assert {(type(one), one.failing) for one in told} == {(PrintError, failing)}
    assert press.asked == [FERRY]


def test_all_who_wait_too_long_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.05)
    over = threading.Event()

    def hang(address: Address) -> Sheet:
        over.wait(5)
        return sheet("late")

    async def wait(one: Printing) -> list[Any]:
        told = await asyncio.gather(*(one.page(FERRY) for _ in range(5)), return_exceptions=True)
        over.set()
        return told

    told = run(Press(hang), wait)
    assert {(type(error), error.failing) for error in told} == {(PrintError, "time")}


def test_one_who_goes_away_does_not_stop_the_page_for_the_others() -> None:
    async def leave(one: Printing) -> Any:
        first, second = (asyncio.ensure_future(one.page(FERRY)) for _ in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        return await second

    assert run(Press(slowly), leave) is not None


def test_a_known_page_is_made_in_time_amid_a_flood() -> None:
    press = Press(slowly, FERRY)

    async def flood(one: Printing) -> float:
        asked = [asyncio.ensure_future(one.page(address)) for address in invented(5000)]
        await asyncio.sleep(0)
        began = time.monotonic()
        await one.page(FERRY)
        took = time.monotonic() - began
        told = await asyncio.gather(*asked, return_exceptions=True)
        assert sum(isinstance(one, BusyError) for one in told) == 5000 - QUEUE
        return took

    assert run(press, flood) < 0.5
    assert len(press.asked) == QUEUE + 1


def test_whoever_still_waits_for_a_thread_in_a_flood_is_told_that_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.12)
    press = Press(slowly)
    told = run(
        press, lambda one: asyncio.gather(*(one.page(at) for at in invented(QUEUE)), return_exceptions=True)
    )
    kinds = {type(one) for one in told}
    assert BusyError in kinds
    assert sum(isinstance(one, PrintError) for one in told) <= printing.THREADS  # nothing has failed


def test_of_known_pages_that_are_all_asked_for_at_once_only_so_many_wait() -> None:
    pages = invented(500)
    press = Press(slowly, *pages)

    told = run(press, lambda one: asyncio.gather(*map(one.page, pages), return_exceptions=True))
    made = [one for one in told if isinstance(one, Sheet)]
    assert {type(one) for one in told} == {Sheet, BusyError}
    assert KNOWN_QUEUE <= len(made) == len(press.asked) < 2 * KNOWN_QUEUE


def test_a_known_page_that_still_waits_for_a_thread_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.12)
    pages = invented(30)
    told = run(
        Press(slowly, *pages),
        lambda one: asyncio.gather(*(one.page(at) for at in pages), return_exceptions=True),
    )
    assert BusyError in {type(one) for one in told}
    assert sum(isinstance(one, PrintError) for one in told) <= printing.THREADS
