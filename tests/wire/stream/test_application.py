"""Who opens the stream, and what they are answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.wire.stream.lines import event
from tests.wire.stream.pages import ADDRESS, Server, until


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def test_the_stream_is_an_event_stream_that_nothing_may_keep_or_pack(server: Server) -> None:
    page = server.open()
    assert page.start["status"] == 200
    assert page.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert page.headers["cache-control"] == "no-store, no-transform"
    assert page.headers["x-accel-buffering"] == "no"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "content-encoding" not in page.headers


def test_a_page_hears_what_is_filed_after_it_was_opened(server: Server) -> None:
    page = server.open()
    server.tell(server.hub.take, [event(4)])
    until(lambda: page.stream.ids == ["4"])
    assert page.stream.names == ["hello", "item"]


def test_a_page_that_names_its_last_event_is_told_what_it_missed(server: Server) -> None:
    assert server.open(f"{ADDRESS}?after=1").stream.ids == ["2", "3"]


def test_what_a_browser_remembers_is_newer_than_the_address_that_it_opened(server: Server) -> None:
    assert server.open(f"{ADDRESS}?after=1", last_event_id="2").stream.ids == ["3"]


@pytest.mark.parametrize("after", ["?after=", "", "?later=7", "?"])
def test_a_page_without_a_cursor_is_told_only_what_comes(server: Server, after: str) -> None:
    assert server.open(ADDRESS + after).stream.names == ["hello"]


@pytest.mark.parametrize(
    "cursor",
    ["x", "-1", "1.5", "57abc", "1e3", "%D9%A3", "9" * 19, "0x10", "1,2", "<script>", "%00", "1%0a2", " "],
)
def test_a_nonsense_cursor_is_refused_in_words(server: Server, cursor: str) -> None:
    answer = server.ask(f"{ADDRESS}?after={cursor}")
    assert answer.status == 400
    assert "a whole number" in answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(server.hub.readers) == 0


@pytest.mark.parametrize("cursor", ["x", "-1", "58; drop", "1 2"])
def test_a_nonsense_last_event_id_is_refused_in_words(server: Server, cursor: str) -> None:
    assert server.ask(last_event_id=cursor).status == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_the_stream_can_only_be_read(server: Server, method: str) -> None:
    answer = server.ask(method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_answered_at_once_with_the_head_of_the_stream(server: Server) -> None:
    answer = server.ask(method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert len(server.hub.readers) == 0


def test_more_streams_than_there_is_room_for_are_sent_to_the_list() -> None:
    small = Server(most=2)
    pages = [small.open(), small.open()]
    answer = small.ask()
    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert "/wire/latest.json" in answer.text
    pages[0].leave()
    until(lambda: len(small.hub.readers) == 1)
    assert small.open().start["status"] == 200
    small.close()


def test_who_closes_the_page_is_forgotten(server: Server) -> None:
    page = server.open()
    assert len(server.hub.readers) == 1
    page.leave()
    until(page.answering.done)
    assert len(server.hub.readers) == 0


def test_a_stream_keeps_none_of_the_readers_headers(server: Server) -> None:
    page = server.open(cookie="theme=dark", accept_language="uk")
    assert page.scope["headers"] == []


def test_when_the_server_stops_pages_are_let_go_and_new_ones_come_later(server: Server) -> None:
    page = server.open()
    server.tell(server.hub.end)
    until(page.answering.done)
    assert server.ask().status == 503
