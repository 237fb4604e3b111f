"""The clock has pages made anew that show something a minute old: a bounded number, the oldest first."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from django.conf import LazySettings

from broadsheet.edge import renewing
from broadsheet.edge.addresses import Address
from broadsheet.edge.changes import changed
from broadsheet.edge.following import catch_up
from broadsheet.edge.press import press as press_module
from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.recording import Record, note_loosely
from broadsheet.edge.renewing import renew
from broadsheet.edge.store.store import Store, page_store
from broadsheet.news.models import FrontPage
from broadsheet.operations.worker.clock import Clock
from broadsheet.operations.worker.presence import Presence
from tests.edge.asking import Reader
from tests.edge.pages_now import stored_at
from tests.edge.store.sheets import HOST, keep, words_of

HTML = ("Content-Type", "text/html; charset=utf-8")


class Django:
    """Answers every address with the number of items filed so far, however it is told to feel."""

    def __init__(self) -> None:
        self.filed = 0
        self.asked: list[str] = []
        self.takes = 0.0
        self.failing: dict[str, str] = {}  # what fails, by path

    def __call__(self, address: Address) -> Printed:
        self.asked.append(address.path)
        time.sleep(self.takes)
        if failing := self.failing.get(address.path) or self.failing.get("*"):
            return Printed(503, (HTML, ("Broadsheet-Failing", failing)), b"", Record())
        return Printed(200, (HTML,), f"{self.filed} items".encode(), Record(loose={"wire"}))


@pytest.fixture
def django(monkeypatch: pytest.MonkeyPatch) -> Django:
    one = Django()
    monkeypatch.setattr(press_module, "render", one)
    return one


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is gathered."""
    monkeypatch.setattr(renewing, "GATHER", 0.0)


def pages(store: Store, count: int) -> list[Address]:
    """So many pages, the first the oldest, that show what is filed; some of it was filed since."""
    addresses = [Address(HOST, f"/story-{number}/") for number in range(count)]
    for at in addresses:
        keep(store, "0 items", loose=["wire"], at=at)
        store.forget(["something else"])
    store.forget(["wire"])
    return addresses


def words_at(store: Store, addresses: list[Address]) -> list[str | None]:
    return [words_of(store.find(at)) for at in addresses]


@pytest.mark.usefixtures("at_once")
def test_pages_show_what_was_filed_after_a_tick(stored: Store, django: Django) -> None:
    addresses = pages(stored, 3)
    django.filed = 1
    assert renew() == 3
    assert words_at(stored, addresses) == ["1 items"] * 3
    assert renew() == 0


def test_what_is_filed_is_gathered_for_half_a_minute(stored: Store, django: Django) -> None:
    pages(stored, 3)
    assert renew() == 0
    assert django.asked == []


@pytest.mark.usefixtures("at_once")
def test_a_tick_works_for_so_long_and_takes_the_oldest_first(
    stored: Store, django: Django, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "SPELL", 0.05)
    django.takes = 0.02
    addresses = pages(stored, 12)
    done = renew()
    assert 0 < done < 5
    assert django.asked == [at.path for at in addresses[:done]]
    while renew():
        pass
    assert django.asked == [at.path for at in addresses]


@pytest.mark.usefixtures("at_once")
def test_nothing_more_is_tried_while_the_database_is_away(stored: Store, django: Django) -> None:
    addresses = pages(stored, 3)
    django.failing["*"] = "database"
    assert renew() == 0
    assert len(django.asked) == 1
    assert words_at(stored, addresses) == ["0 items"] * 3
    django.failing.clear()
    assert renew() == 3


@pytest.mark.usefixtures("at_once")
def test_a_page_that_is_broken_holds_up_no_other_and_waits_for_the_next_change(
    stored: Store, django: Django
) -> None:
    addresses = pages(stored, 3)
    django.failing[addresses[0].path] = "software"
    assert [renew(), renew()] == [2, 0]
    assert len(django.asked) == 3
    assert words_of(stored.find(addresses[0])) == "0 items"
    stored.forget(["wire"])
    django.failing.clear()
    assert renew() == 3


def test_an_item_a_second_for_a_minute_leaves_every_page_stored_and_makes_each_twice_at_most(
    stored: Store, django: Django, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = pages(stored, 300)
    now = began = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    for second in range(1, 76):
        now = began + second
        if second <= 60:
            django.filed += 1
            stored.forget(["wire", f"wire.item:{second}"])
        if second % 5 == 0:
            renew()
        assert stored.index.count() == 300
    assert None not in words_at(stored, addresses)
    assert stored.overdue(older_than=60, most=300) == []
    assert len(django.asked) <= 600


@pytest.mark.usefixtures("at_once")
def test_two_workers_of_a_home_do_the_work_once(stored: Store, django: Django) -> None:
    django.takes = 0.005
    pages(stored, 10)
    workers = [threading.Thread(target=renew) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert len(django.asked) == 10


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("unindexed", "paper", "at_once")
def test_a_real_page_stays_when_an_item_is_filed_and_is_renewed_by_the_clock_on_every_machine(
    reader: Reader, stored: Store, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = FrontPage.get_context

    def with_column(*args: object, **named: object) -> object:
        note_loosely("wire")
        return real(*args, **named)

    monkeypatch.setattr(FrontPage, "get_context", with_column)
    catch_up()
    reader.get("/")
    at = stored_at("/")
    before = stored.standing(at)
    # Another machine, with the same database.
    settings.HOME = tmp_path / "other"
    other = page_store()
    catch_up()
    keep(other, "The front page", "stories", loose=["wire"], at=at)
    settings.HOME = tmp_path

    changed(["wire"])
    assert stored.standing(at) == before
    assert (stored.index.is_overdue(at), other.index.is_overdue(at)) == (True, False)
    with Presence(tmp_path / "workers") as presence:
        Clock(presence).beat()
    assert stored.standing(at) not in {None, before}
    assert not stored.index.is_overdue(at)

    settings.HOME = tmp_path / "other"
    assert catch_up() == 1
    assert other.index.is_overdue(at)
    renew()
    assert "<html" in str(words_of(other.find(at)))
