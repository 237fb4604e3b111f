"""The hub writes to all, and nobody has to wait for the slow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from itertools import pairwise

from broadsheet.wire.stream.hub import BATCH, BEAT_EVERY, GRACE, PATIENCE, Hub
from broadsheet.wire.stream.window import MOST
from tests.edge.asking import in_a_loop
from tests.wire.stream.lines import Line, event, reader_of, window_of


class Newsroom:
    """A hub with a clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.cut: list[int] = []
        self.hub = Hub(clock=lambda: self.now, cut=self._cut)
        self.hub.load(window_of(1))

    def _cut(self, clients: Collection[tuple[str, int]]) -> None:
        self.cut += [port for _, port in clients]

    def open(self, cursor: int | None = None, port: int = 50_000) -> Line:
        line = Line()
        self.hub.join(reader_of(line, cursor, port))
        return line

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.hub.tick()

    async def file(self, *numbers: int) -> None:
        self.hub.take([event(number) for number in numbers])
        await settled()


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def newsroom(test: Callable[[Newsroom], Awaitable[None]]) -> Callable[[], None]:
    async def work() -> None:
        await test(Newsroom())

    def in_loop() -> None:
        in_a_loop(work())

    in_loop.__name__ = test.__name__
    return in_loop


@newsroom
async def test_what_is_filed_reaches_every_open_page_once(room: Newsroom) -> None:
    lines = [room.open() for _ in range(BATCH * 3)]
    await room.file(2, 3)
    await room.file(4)
    assert all(line.stream.ids == ["2", "3", "4"] for line in lines)


@newsroom
async def test_the_first_words_say_when_to_come_back_and_go_out_in_one_piece(room: Newsroom) -> None:
    line = room.open(0)
    assert len(line.sent) == 1
    assert 2_000 <= line.stream.retry <= 18_000
    assert line.stream.names == ["hello", "item"]


@newsroom
async def test_between_batches_others_have_their_turn(room: Newsroom) -> None:
    lines = [room.open() for _ in range(BATCH * 5)]
    seen = []
    room.hub.take([event(2)])
    while not all(line.stream.ids for line in lines):
        seen.append(sum(bool(line.stream.ids) for line in lines))
        await asyncio.sleep(0)
    steps = [after - before for before, after in pairwise(seen)]
    assert len(seen) >= 5
    assert max(steps) <= BATCH


@newsroom
async def test_a_slow_reader_keeps_nobody_waiting_and_is_sent_the_rest_in_one_piece(room: Newsroom) -> None:
    slow, quick = room.open(), room.open()
    slow.is_full = True
    await room.file(2)
    for number in range(3, 40):
        await room.file(number)
    assert quick.stream.ids == [str(number) for number in range(2, 40)]
    assert len(slow.sent) == 2  # the greeting, and what is under way
    slow.free()
    await settled()
    assert slow.stream.ids == quick.stream.ids
    assert len(slow.sent) == 3


@newsroom
async def test_a_slow_reader_is_told_of_a_corrected_item_only_as_it_is_now(room: Newsroom) -> None:
    slow = room.open()
    slow.is_full = True
    await room.file(2)
    room.hub.take([event(3, "item:9", "wrong")])
    room.hub.take([event(4, "item:9", "right")])
    slow.free()
    await settled()
    assert slow.stream.ids == ["2", "4"]


@newsroom
async def test_a_reader_who_takes_nothing_for_twenty_seconds_is_dropped_and_cut_off(room: Newsroom) -> None:
    slow, quick = room.open(port=1), room.open(port=2)
    slow.is_full = True
    await room.file(2)
    room.pass_time(PATIENCE - 1)
    assert not slow.has_ended
    room.pass_time(2)
    assert slow.has_ended
    assert (room.cut, len(room.hub.readers)) == ([1], 1)
    await room.file(3)
    assert quick.stream.ids == ["2", "3"]


@newsroom
async def test_a_slow_reader_far_behind_loads_the_list(room: Newsroom) -> None:
    slow = room.open()
    slow.is_full = True
    await room.file(2)
    await room.file(*range(3, MOST + 20))
    slow.free()
    await settled()
    assert slow.stream.names == ["hello", "item", "reset"]


@newsroom
async def test_every_reader_hears_a_heartbeat_within_fifteen_seconds_and_not_all_at_once(
    room: Newsroom,
) -> None:
    lines = [room.open() for _ in range(BEAT_EVERY * 4)]
    for second in range(1, BEAT_EVERY + 1):
        room.pass_time(1)
        assert sum(bool(line.stream.comments) for line in lines) == second * 4
    assert all(line.stream.comments == ["beat"] for line in lines)


@newsroom
async def test_a_full_line_is_sent_no_heartbeat(room: Newsroom) -> None:
    slow = room.open()
    slow.is_full = True
    await room.file(2)
    for _ in range(BEAT_EVERY):
        room.pass_time(1)
    assert slow.stream.comments == []


@newsroom
async def test_a_cursor_from_the_future_is_reset_after_a_while(room: Newsroom) -> None:
    line = room.open(99)
    room.pass_time(GRACE - 1)
    assert line.stream.names == ["hello"]
    room.pass_time(2)
    assert (line.stream.names, line.stream.last_id) == (["hello", "reset"], "1")
    await room.file(2)
    assert line.stream.ids == ["2"]


@newsroom
async def test_a_cursor_that_another_process_gave_is_good_as_soon_as_this_one_knows(room: Newsroom) -> None:
    line = room.open(3)
    await room.file(2, 3)
    room.pass_time(GRACE + 1)
    await room.file(4)
    assert (line.stream.names, line.stream.ids) == (["hello", "item"], ["4"])


@newsroom
async def test_a_future_cursor_that_came_before_the_log_was_read_is_reset_too(room: Newsroom) -> None:
    hub = Hub(clock=lambda: room.now, cut=lambda clients: None)
    line = Line()
    hub.join(reader_of(line, 99))
    assert line.stream.names == []
    hub.load(window_of(1))
    await settled()
    room.now += GRACE + 1
    hub.tick()
    assert line.stream.names == ["hello", "reset"]


@newsroom
async def test_another_log_resets_every_open_page(room: Newsroom) -> None:
    lines = [room.open(), room.open(1)]
    await room.file(2, 3)
    room.hub.load(window_of(1, 2, 3, 4))
    await settled()
    assert [line.stream.names[-1] for line in lines] == ["reset", "reset"]
    assert lines[0].stream.last_id == "4"


@newsroom
async def test_everybody_is_told_once_that_the_database_is_away_and_back(room: Newsroom) -> None:
    line = room.open()
    for is_away in (True, True, False, False):
        room.hub.say_away(is_away)
        await settled()
    assert line.stream.names == ["hello", "away", "back"]


@newsroom
async def test_who_left_is_sent_nothing_more(room: Newsroom) -> None:
    line = Line()
    reader = reader_of(line)
    room.hub.join(reader)
    room.hub.leave(reader)
    room.hub.leave(reader)  # twice does no harm
    await room.file(2)
    assert (line.stream.ids, len(room.hub.readers)) == ([], 0)


@newsroom
async def test_when_the_server_stops_every_stream_ends_also_a_slow_one(room: Newsroom) -> None:
    slow, quick = room.open(port=1), room.open(port=2)
    slow.is_full = True
    await room.file(2)
    room.hub.end()
    assert slow.has_ended
    assert quick.has_ended
    assert (room.cut, len(room.hub.readers)) == ([1], 0)


@newsroom
async def test_a_line_that_fails_keeps_nobody_else_from_the_news(room: Newsroom) -> None:
    async def broken(message: object) -> None:
        raise OSError("gone")

    reader = reader_of(Line())
    reader.write = broken
    room.hub.join(reader)
    quick = room.open()
    await settled()
    await room.file(2)
    assert quick.stream.ids == ["2"]
