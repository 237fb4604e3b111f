"""What one reader does, or one page suffers from, makes no page old for anybody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.asgi import get_asgi_application
from wagtail.models import PageViewRestriction

from broadsheet.edge.addresses import Address
from broadsheet.edge.asgi import Edge
from broadsheet.edge.press import press as press_module
from broadsheet.edge.press.press import Press
from broadsheet.edge.press.rendering import Printed, render
from broadsheet.edge.recording import Record
from broadsheet.edge.store.store import Store
from broadsheet.news.models import Story
from tests.edge.asking import Reader, ask, in_a_loop, scope_of
from tests.factories import make_story

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]


@pytest.fixture
def other(story: Story) -> Story:
    return make_story("Fog closes the port")


def is_fresh(reader: Reader, story: Story, stored: Store) -> bool:
    """Whether a reader sees a change of the story at once."""
    assert reader.get(story.url).status == 200
    story.title = "Changed since"
    story.save_revision().publish()
    stored.forget([f"page:{story.pk}"])  # also where it was made ahead
    answer = reader.get(story.url)
    return "Changed since" in answer.text and "age" not in answer.headers


@pytest.mark.parametrize("fat", [False, True], ids=["goes away", "sends no body"])
def test_a_reader_who_leaves_django_waiting(
    fat: bool, story: Story, other: Story, reader: Reader, stored: Store
) -> None:
    PageViewRestriction.objects.create(
        page=other.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )

    async def leave() -> None:
        gone = asyncio.Event()
        sent = []

        async def receive() -> dict[str, Any]:
            if fat:
                await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await reader.app(scope_of(other.url), receive, send)
        assert bool(sent) is fat

    reader.run(leave())
    assert is_fresh(reader, story, stored)


def test_a_page_that_is_broken(
    story: Story, other: Story, reader: Reader, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_is_broken(address: Address) -> Printed:
        if address.path == other.url:
            return Printed(500, (), b"Traceback", Record())
        return render(address)

    monkeypatch.setattr(press_module, "render", one_is_broken)
    assert reader.get(other.url).status == 503
    assert is_fresh(reader, story, stored)


def test_a_page_begun_before_a_reader_asked_is_made_anew_unless_it_stands(
    story: Story, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One asks while the old state is true and gets a 404; one asks after the change, and joins."""
    begun, go_on = threading.Event(), threading.Event()
    states = iter(["missing", "there"])

    def slowly(address: Address) -> Printed:
        if next(states) == "missing":
            begun.set()
            go_on.wait(5)
            return Printed(404, (), b"Not here", Record())
        return Printed(200, (), b"Here", Record())

    monkeypatch.setattr(press_module, "render", slowly)

    async def both() -> tuple[int, int]:
        edge = Edge(get_asgi_application(), Press(stored))
        first = asyncio.ensure_future(ask(edge, scope_of("/late/")))
        await asyncio.to_thread(begun.wait, 5)
        second = asyncio.ensure_future(ask(edge, scope_of("/late/")))
        await asyncio.sleep(0.01)
        go_on.set()
        return (await first).status, (await second).status

    assert in_a_loop(both()) == (404, 200)


@pytest.fixture
def two_readers(stored: Store) -> Iterator[tuple[Reader, Reader]]:
    """Before two processes, as far as they share nothing but the files."""
    pair = tuple(Reader(Edge(get_asgi_application(), Press(Store(stored.folder)))) for _ in range(2))
    yield pair
    for one in pair:
        one.close()


def test_what_is_unpublished_is_gone_from_the_memory_of_every_process(
    story: Story, two_readers: tuple[Reader, Reader]
) -> None:
    for reader in two_readers:
        assert story.title in reader.get(story.url).text
        assert story.title in reader.get("/").text
    story.unpublish()
    for reader in two_readers:
        assert reader.get(story.url).status == 404
        assert story.title not in reader.get("/").text


def test_what_is_unpublished_and_replaced_within_a_second_is_never_seen_again(
    story: Story, two_readers: tuple[Reader, Reader]
) -> None:
    for number in range(3):
        latest = make_story(f"Bulletin {number}")
        for reader in two_readers:
            assert latest.title in reader.get("/").text
        latest.unpublish()
        for reader in reversed(two_readers):
            assert latest.title not in reader.get("/").text
