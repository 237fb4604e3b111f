"""When more is asked for than can be made, readers get the last good copy, and words only where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.asgi import get_asgi_application

from broadsheet.edge.answering.lifeboat import last_good
from broadsheet.edge.answering.printing import BusyError
from broadsheet.edge.asgi import Edge
from broadsheet.edge.distress import distress
from broadsheet.edge.press.press import Press
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.store import Store
from tests.edge.asking import Reader
from tests.edge.pages_now import stored_at
from tests.edge.store.sheets import keep


@pytest.fixture
def busy(stored: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A reader before a press that can take no more."""

    async def refuse(*_: object) -> None:
        raise BusyError

    edge = Edge(get_asgi_application(), Press(stored))
    monkeypatch.setattr(edge._printing, "page", refuse)
    one = Reader(edge)
    yield one
    one.close()


def test_a_page_that_was_forgotten_is_shown_as_it_was_last(busy: Reader, stored: Store) -> None:
    keep(stored, "Ferry", "page:1", at=stored_at("/harbour/"))
    stored.forget(["page:1"])
    answer = busy.get("/harbour/")
    assert (answer.status, answer.text) == (200, "Ferry")
    assert answer.headers["cache-status"] == "broadsheet; fwd=stale; detail=lifeboat"


def test_a_page_that_is_gone_is_not(busy: Reader, stored: Store) -> None:
    keep(stored, "Ferry", "page:1", at=stored_at("/harbour/"))
    stored.forget(["page:1"], gone=True)
    answer = busy.get("/harbour/")
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert "Ferry" not in answer.text


def test_nothing_is_said_to_fail(busy: Reader) -> None:
    busy.get("/harbour/")
    assert distress() is None


def test_no_cdn_keeps_the_last_copy_for_a_day() -> None:
    headers = (
        ("surrogate-control", "max-age=86400, stale-if-error=604800"),
        ("strict-transport-security", "max-age=31536000"),
        ("cache-control", "public, max-age=0"),
    )
    ready = last_good(Sheet.of(b"Ferry", status=200, headers=headers))
    start = ready._answers["identity"][1]
    named = dict(start["headers"])
    assert named[b"surrogate-control"] == b"max-age=0, stale-if-error=604800"
    assert named[b"strict-transport-security"] == b"max-age=31536000"
