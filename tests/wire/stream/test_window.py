"""The end of the log that is kept ready."""

from __future__ import annotations

from broadsheet.wire.stream.window import MOST, Window
from tests.wire.stream.lines import event, window_of


def _ids(window: Window, cursor: int) -> list[int]:
    return [told.id for told in window.after(cursor)]


def test_what_was_missed_is_told_in_order() -> None:
    window = window_of(3, 4, 5, 7)
    assert (_ids(window, 4), _ids(window, 7), _ids(window, 0)) == ([5, 7], [], [3, 4, 5, 7])


def test_of_each_subject_only_the_newest_is_told_in_the_place_of_the_newest() -> None:
    window = Window([event(1, "item:1", "wrong"), event(2, "item:2"), event(3, "item:1", "corrected")])
    told = window.after(0)
    assert [e.id for e in told] == [2, 3]
    assert b"wrong" not in b"".join(e.body for e in told)


def test_it_keeps_no_more_than_a_hundred_subjects_and_knows_what_it_lost() -> None:
    window = Window()
    for number in range(1, MOST + 4):
        window.take(event(number))
    assert (window.floor, window.last) == (3, MOST + 3)
    assert _ids(window, window.floor) == list(range(4, MOST + 4))


def test_a_thousand_changes_to_one_item_push_nothing_out() -> None:
    window = Window([event(1, "item:1")])
    for number in range(2, 1_000):
        window.take(event(number, "item:2"))
    assert (window.floor, _ids(window, 0)) == (0, [1, 999])


def test_the_log_may_have_gone_on_without_words() -> None:
    assert Window([event(4)], last=9).last == 9
