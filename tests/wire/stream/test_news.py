"""What each reader is to be told, by where the reader stands."""

from __future__ import annotations

from broadsheet.wire.stream.messages import Told
from broadsheet.wire.stream.news import News
from broadsheet.wire.stream.reader import Reader
from broadsheet.wire.stream.window import MOST, Window
from tests.wire.stream.event_stream import EventStream, read
from tests.wire.stream.lines import Line, event, reader_of, window_of


def _news(window: Window | None = None) -> News:
    news = News()
    if window is not None:
        news.load(window)
    return news


def _told(news: News, reader: Reader) -> EventStream:
    message = news.due(reader)
    return read(message["body"] if message else b"")


def _greeted(news: News, cursor: int | None = None) -> Reader:
    reader = reader_of(Line(), cursor)
    news.due(reader)
    return reader


def test_a_reader_without_a_cursor_is_greeted_and_told_nothing_old() -> None:
    news, reader = _news(window_of(1, 2, 3)), reader_of(Line())
    stream = _told(news, reader)
    assert (stream.names, stream.last_id, stream.heard[0].json) == (["hello"], "3", {"last": 3})
    assert news.due(reader) is None


def test_a_reader_who_comes_back_is_told_what_was_missed_once_each_in_order() -> None:
    news, reader = _news(window_of(1, 2, 3, 4)), reader_of(Line(), 2)
    stream = _told(news, reader)
    assert (stream.names, stream.ids) == (["hello", "item", "item"], ["3", "4"])
    assert news.due(reader) is None


def test_a_reader_of_the_empty_log_is_told_all() -> None:
    assert _told(_news(window_of(1, 2)), reader_of(Line(), 0)).ids == ["1", "2"]


def test_an_item_that_was_corrected_twice_is_told_once_as_it_is_now() -> None:
    log = [event(1, "item:1", "first"), event(2, "item:1", "second"), event(3, "item:1", "third")]
    stream = _told(_news(Window(log)), reader_of(Line(), 0))
    assert [(m.last_id, m.data) for m in stream.heard[1:]] == [("3", "third")]


def test_a_reader_behind_the_window_is_told_to_load_the_list() -> None:
    news = _news(Window([event(n) for n in range(1, MOST + 11)]))
    behind, just_within = reader_of(Line(), 9), reader_of(Line(), 10)
    stream = _told(news, behind)
    assert (stream.names, stream.last_id) == (["hello", "reset"], str(MOST + 10))
    assert news.due(behind) is None
    assert len(_told(news, just_within).ids) == MOST


def test_a_slow_reader_whom_the_window_has_left_behind_is_told_to_load_the_list() -> None:
    news = _news(window_of(1))
    slow = _greeted(news)
    news.take([event(n) for n in range(2, MOST + 12)])
    assert _told(news, slow).names == ["reset"]
    assert news.due(slow) is None


def test_a_reader_who_knows_more_than_this_process_waits_and_is_told_nothing_twice() -> None:
    news, reader = _news(window_of(1, 2)), reader_of(Line(), 3)
    stream = _told(news, reader)
    assert (stream.names, stream.last_id) == (["hello"], "")
    assert news.is_ahead(reader)
    news.take([event(3), event(4)])
    assert not news.is_ahead(reader)
    assert _told(news, reader).ids == ["4"]


def test_readers_at_the_same_place_are_sent_the_very_same_message() -> None:
    news = _news(window_of(1))
    one, other = _greeted(news), _greeted(news)
    news.take([event(2)])
    assert news.due(one) is news.due(other)


def test_before_the_log_was_read_nobody_is_greeted() -> None:
    news, reader = _news(), reader_of(Line(), 1)
    assert news.due(reader) is None
    news.take([event(2)])  # cannot be placed yet
    news.load(window_of(1, 2))
    assert _told(news, reader).names == ["hello", "item"]


def test_that_the_database_is_away_is_said_once_also_to_who_comes_then() -> None:
    news = _news(window_of(1))
    reader = _greeted(news)
    news.is_away = True
    assert _told(news, reader).names == ["away"]
    assert news.due(reader) is None
    assert _told(news, reader_of(Line())).names == ["away", "hello"]
    news.is_away = False
    assert _told(news, reader).names == ["back"]
    assert news.due(reader) is None


def test_while_the_database_was_away_from_the_beginning_readers_are_told_that_alone() -> None:
    news, reader = _news(), reader_of(Line(), 1)
    news.is_away = True
    assert _told(news, reader).names == ["away"]
    news.load(window_of(1, 2))
    news.is_away = False
    assert _told(news, reader).names == ["back", "hello", "item"]


def test_cursors_mean_nothing_in_another_log() -> None:
    news = _news(window_of(1, 2, 3, 4, 5, 6))
    assert news.load(window_of(1, 2, 3)) is True
    assert _told(news, reader_of(Line(), 2)).names == ["hello", "reset"]
    assert _told(news, reader_of(Line(), 3)).names == ["hello"]


def test_only_the_first_window_is_not_of_another_log() -> None:
    assert _news().load(Window([Told(1, "banner", b"")])) is False
