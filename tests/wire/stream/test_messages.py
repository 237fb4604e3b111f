"""One message of the stream, as bytes; cases after those that browsers are tested with, and Mercure's hub."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as some

import broadsheet.wire
from broadsheet.wire.models import WireEvent
from broadsheet.wire.stream.messages import (
    AWAY,
    BACK,
    BEAT,
    LATEST,
    SOONEST,
    come_back_after,
    encode,
    greeting,
    reset,
    told,
)
from tests.wire.stream.event_stream import EventStream, read


def test_a_message_has_a_line_for_each_field_and_ends_with_an_empty_one() -> None:
    assert encode("words", event="item", id=58) == b"id: 58\nevent: item\ndata: words\n\n"


def test_a_message_without_id_or_name_has_only_its_data() -> None:
    assert encode("words") == b"data: words\n\n"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_each_line_of_the_data_is_a_line_of_the_message(end: str) -> None:
    assert encode(f"one{end}two{end}") == b"data: one\ndata: two\ndata: \n\n"
    assert read(encode(f"one{end}two{end}")).heard[0].data == "one\ntwo\n"


@pytest.mark.parametrize(
    "data",
    [
        " a space first",
        "id: 7",
        ": no comment",
        "data: x",
        "\ufeffBOM",
        "Ґанок, 🐟",
        "\u2028",
        "\0",
        "a\n\nb",
    ],
)
def test_data_arrives_as_it_was(data: str) -> None:
    assert read(encode(data, id=3)).heard[0].data == data
    assert read(encode(data, id=3)).last_id == "3"


@effort(max_examples=25, deadline=None)
@given(some.lists(some.text(some.characters(codec="utf-8"), min_size=1), min_size=1), some.integers(1, 7))
def test_however_the_line_cuts_it_every_message_arrives_once(texts: list[str], size: int) -> None:
    words = b"".join(encode(text, id=number) for number, text in enumerate(texts))
    stream = EventStream()
    for start in range(0, len(words), size):
        stream.feed(words[start : start + size])
    ends = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [message.data for message in stream.heard] == ends


@pytest.mark.parametrize("text", ["5\n8", "5\r", "5\08"])
def test_an_id_is_a_single_line_without_a_nul(text: str) -> None:
    with pytest.raises(ValueError, match="single line"):
        encode("words", id=text)


def test_an_events_name_is_a_single_line() -> None:
    with pytest.raises(ValueError, match="single line"):
        encode("words", event="item\ndata: more")


def test_half_a_character_does_not_end_the_stream() -> None:
    assert read(encode("a \ud83d b")).heard[0].data == "a ? b"


def test_a_heartbeat_is_a_comment_and_no_message() -> None:
    stream = read(BEAT + encode("words"))
    assert (stream.comments, len(stream.heard)) == (["beat"], 1)


def test_readers_are_told_to_come_back_at_times_of_their_own() -> None:
    times = {read(come_back_after()).retry for _ in range(500)}
    assert min(times) >= SOONEST == 2_000
    assert max(times) <= LATEST == 18_000
    assert len(times) > 400
    assert max(times) - min(times) > 10_000


def test_when_to_come_back_is_no_message() -> None:
    assert read(come_back_after()).heard == []


def test_only_who_has_nothing_to_catch_up_with_is_given_an_id_by_the_greeting() -> None:
    assert read(greeting(57, caught_up=True)).last_id == "57"
    stream = read(encode("words", id=50) + greeting(57, caught_up=False))
    assert (stream.last_id, stream.heard[1].json) == ("50", {"last": 57})


def test_a_reset_moves_the_reader_on() -> None:
    stream = read(reset(99))
    assert (stream.last_id, stream.names, stream.heard[0].json) == ("99", ["reset"], {"last": 99})


def test_word_of_the_database_leaves_the_cursor_alone() -> None:
    stream = read(encode("words", id=50) + AWAY + BACK)
    assert (stream.last_id, stream.names) == ("50", ["message", "away", "back"])


@pytest.mark.parametrize(
    ("kind", "name"),
    [("posted", "item"), ("retracted", "item"), ("withdrawn", "gone"), ("banner", "banner")],
)
def test_an_event_of_the_log_is_told_by_its_name_and_its_payload(kind: str, name: str) -> None:
    payload = {"id": 12, "headline": "Пором «Гесік»\nповернувся", "html": "<article>\n</article>"}
    stream = read(told(WireEvent(id=58, kind=kind, subject="item:12", payload=payload)).body)
    assert (stream.names, stream.last_id, stream.heard[0].json) == ([name], "58", payload)


def test_the_script_knows_how_long_a_browser_may_be_asked_to_wait() -> None:
    script = Path(broadsheet.wire.__file__).parent / "static/wire/js/stream.js"
    [milliseconds] = re.findall(r"const LONGEST_RETRY = ([\d_]+);", script.read_text())
    assert int(milliseconds) == LATEST
