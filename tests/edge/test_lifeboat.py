"""When a page cannot be made, readers get the last good one, staff are told, and it ends by itself."""

from __future__ import annotations

import time

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from broadsheet.edge.answering import lifeboat, printing
from broadsheet.edge.distress import distress, hoist, strike
from broadsheet.edge.store.store import Store
from broadsheet.news.models import FrontPage, Story
from tests.edge.asking import Reader
from tests.factories import sign_in

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed", "paper"),
]
LIFEBOAT = "broadsheet; fwd=stale; detail=lifeboat"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a second."""
    monkeypatch.setattr(lifeboat, "PAUSE", 0.05)
    monkeypatch.setattr(printing, "PATIENCE", 0.3)


def breaks(*_: object, **__: object) -> None:
    raise ZeroDivisionError


def dawdles(*_: object, **__: object) -> dict[str, object]:
    time.sleep(2)
    return {}


def database_is_away(*_: object, **__: object) -> None:
    raise OperationalError("the connection is lost")


@pytest.mark.parametrize(("fault", "failing"), [(breaks, "software"), (database_is_away, "database")])
def test_a_view_that_raises_sinks_no_page(
    fault: object, failing: str, reader: Reader, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = reader.get("/").text
    stored.forget(["stories"])
    monkeypatch.setattr(FrontPage, "get_context", fault)

    answer = reader.get("/")

    assert (answer.status, answer.text) == (200, good)
    assert (answer.headers["cache-status"], answer.headers["age"]) == (LIFEBOAT, "0")
    found = distress()
    assert found is not None
    assert found.failing == failing


def test_a_page_that_takes_too_long_is_not_waited_for(
    reader: Reader, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.get("/")
    stored.forget(["stories"])
    monkeypatch.setattr(printing, "PATIENCE", 0.3)
    monkeypatch.setattr(FrontPage, "get_context", dawdles)
    began = time.monotonic()
    assert reader.get("/").headers["cache-status"] == LIFEBOAT
    assert time.monotonic() - began < 1.5


@pytest.mark.usefixtures("impatient")
def test_recovery_is_automatic(reader: Reader, stored: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.get("/")
    stored.forget(["stories"])
    with monkeypatch.context() as fault:
        fault.setattr(FrontPage, "get_context", breaks)
        assert reader.get("/").headers["cache-status"] == LIFEBOAT
    time.sleep(0.1)
    assert reader.get("/").headers["cache-status"] == "broadsheet; hit"
    assert distress() is None


def test_a_page_that_nobody_has_read_before_says_so_in_words(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FrontPage, "get_context", breaks)
    answer = reader.get("/")
    assert answer.status == 503
    assert "This page cannot be shown just now" in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["retry-after"] == "5"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_stored_page_answers_for_a_strange_query_too(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = reader.get("/").text
    monkeypatch.setattr(FrontPage, "get_context", breaks)
    assert reader.get("/?strange=yes").text == good


def test_staff_are_told_on_the_page(
    reader: Reader, ben: User, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.get(story.url)
    session = sign_in(ben).cookies["sessionid"].value
    assert "Edit story" in reader.get(story.url, cookie=f"sessionid={session}").text
    monkeypatch.setattr(Story, "get_context", breaks)

    answer = reader.get(story.url, cookie=f"sessionid={session}")

    assert answer.status == 200
    assert "Lifeboat: pages cannot be made." in answer.text
    assert story.headline in answer.text
    assert answer.headers["cache-control"] == "private, no-store"


def test_readers_are_not_told(reader: Reader, stored: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.get("/")
    stored.forget(["stories"])
    monkeypatch.setattr(FrontPage, "get_context", breaks)
    assert "Lifeboat" not in reader.get("/").text


def test_staff_are_told_at_the_desk(stored: Store, ben: User) -> None:
    desk = sign_in(ben)
    assert "Readers get stored pages" not in desk.get("/desk/").content.decode()
    hoist("database")
    page = desk.get("/desk/").content.decode()
    assert "Readers get stored pages: the database does not answer." in page
    strike()
    assert "Readers get stored pages" not in desk.get("/desk/").content.decode()


def test_a_monitor_is_told(stored: Store, client: Client) -> None:
    hoist("software")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "degraded", "failing": ["pages"]})
    strike()
    assert client.get("/healthz").json() == {"status": "ok", "failing": []}


def test_the_first_failure_is_remembered_as_the_beginning(stored: Store) -> None:
    first = hoist("database")
    assert hoist("software").since == first.since


def test_unpublished_is_gone_from_the_lifeboat(
    reader: Reader, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.get(story.url)
    reader.get("/")
    story.unpublish()
    monkeypatch.setattr(FrontPage, "get_context", breaks)
    monkeypatch.setattr("broadsheet.news.views.story._find", breaks)
    assert reader.get(story.url).status == 503
    assert story.headline not in reader.get("/").text


def test_health_is_told_by_the_edge_when_django_cannot(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(reader.app, "_django", fails)
    answer = reader.get("/healthz")
    assert (answer.status, answer.text) == (503, '{"status": "degraded", "failing": ["software"]}')
