"""A page that is overdue is made anew while it stands, and never against a newer change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.press import press as press_module
from broadsheet.edge.press.press import Press, PrintError
from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.recording import Record
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, files_of, keep, words_of

HTML = ("Content-Type", "text/html; charset=utf-8")
Answers = Callable[..., list[str]]


@pytest.fixture
def one(tmp_path: Path) -> Press:
    """A press whose store has a page that is overdue."""
    press = Press(Store(tmp_path / "pages"))
    keep(press.store, "Ferry", "page:1", loose=["wire"])
    press.store.forget(["wire"])
    return press


@pytest.fixture
def django_says(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Puts these words in Django's mouth, and something that happens before it says them; tells what was asked."""

    def put(words: str, *headers: tuple[str, str], status: int = 200, first: object = None) -> list[str]:
        asked: list[str] = []

        def render(address: Address) -> Printed:
            asked.append(address.path)
            if callable(first):
                first()
            record = Record(things={"page:1"}, loose={"wire"})
            return Printed(status, (HTML, *headers), words.encode(), record)

        monkeypatch.setattr(press_module, "render", render)
        return asked

    return put


def overdue(one: Press) -> list[Address]:
    return one.store.overdue(older_than=0, most=9)


def test_the_old_page_stands_until_the_new_one_does(one: Press, django_says: Answers) -> None:
    stood: list[str | None] = []
    django_says("Ferry, late", first=lambda: stood.append(words_of(one.store.find(FERRY))))
    assert one.renew(FERRY)
    assert stood == ["Ferry"]
    assert words_of(one.store.find(FERRY)) == "Ferry, late"
    assert overdue(one) == []


def test_a_page_that_is_not_overdue_is_not_made(one: Press, django_says: Answers) -> None:
    asked = django_says("Ferry, late")
    one.renew(FERRY)
    assert not one.renew(FERRY)
    assert len(asked) == 1


@pytest.mark.parametrize("gone", [False, True])
def test_a_page_that_was_forgotten_is_not_made(one: Press, django_says: Answers, gone: bool) -> None:
    asked = django_says("Ferry, late")
    one.store.forget(["page:1"], gone=gone)
    assert not one.renew(FERRY)
    assert asked == []


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("tag", ["page:1", "page:9"], ids=["what both show", "what the old one showed"])
def test_a_page_that_is_forgotten_while_it_is_renewed_stays_forgotten(
    one: Press, django_says: Answers, tag: str, gone: bool
) -> None:
    keep(one.store, "Ferry", "page:1", "page:9", loose=["wire"])
    one.store.forget(["wire"])
    asked = django_says("Ferry, late", first=lambda: one.store.forget([tag], gone=gone))
    assert [one.renew(FERRY) for _ in range(2)] == [False, False]
    assert len(asked) == 1
    assert one.store.find(FERRY) is None
    assert overdue(one) == []
    if gone:
        assert files_of(one.store) == []


def test_a_newer_page_is_not_replaced(one: Press, django_says: Answers) -> None:
    def made_by_another() -> None:
        one.store.forget(["page:9"])
        keep(one.store, "Ferry, later", "page:1", loose=["wire"])

    django_says("Ferry, late", first=made_by_another)
    assert not one.renew(FERRY)
    assert words_of(one.store.find(FERRY)) == "Ferry, later"


def test_what_changes_while_it_is_renewed_is_shown_next_time(one: Press, django_says: Answers) -> None:
    django_says("Ferry, late", first=lambda: one.store.forget(["wire"]))
    assert one.renew(FERRY)
    assert overdue(one) == [FERRY]


def test_a_database_that_is_away_leaves_the_page(one: Press, django_says: Answers) -> None:
    django_says("Traceback", ("Broadsheet-Failing", "database"), status=503)
    with pytest.raises(PrintError):
        one.renew(FERRY)
    assert words_of(one.store.find(FERRY)) == "Ferry"
    assert overdue(one) == [FERRY]


def test_a_disk_without_room_leaves_the_page(
    one: Press, django_says: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    django_says("Ferry, late")
    monkeypatch.setattr(one.store.files, "_written", no_room)
    with pytest.raises((OSError, sqlite3.Error)):
        one.renew(FERRY)
    assert words_of(one.store.find(FERRY)) == "Ferry"


@pytest.mark.parametrize(
    ("header", "status"), [(("Location", "/"), 302), (HTML, 404), (("Cache-Control", "private"), 200)]
)
def test_what_nobody_may_see_any_more_leaves_no_copy(
    one: Press, django_says: Answers, header: tuple[str, str], status: int
) -> None:
    django_says("elsewhere", header, status=status)
    assert not one.renew(FERRY)
    assert files_of(one.store) == []
    assert overdue(one) == []
