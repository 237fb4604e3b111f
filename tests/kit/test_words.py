"""Words are counted as a reader counts them, whatever the script."""

from __future__ import annotations

import pytest

from broadsheet.kit.words import count_words, reading_minutes

TEXTS = [
    ("English", "The ferry came back on Tuesday; nobody had expected it.", 10),
    ("Ukrainian", "Пором повернувся у вівторок. Ніхто не чекав на п’ятий рейс.", 10),
    ("Arabic", "عادت العبّارة يوم الثلاثاء، ولم يتوقّع أحدٌ ذلك.", 8),
    ("Chinese", "渡轮星期二回来了，没有人预料到。", 10),
    ("Japanese", "フェリーは火曜日に戻った。", 8),
    ("Korean", "페리는 화요일에 돌아왔다", 3),
    ("Hindi", "हिन्दी में समाचार", 3),
    ("Thai", "เรือข้ามฟากกลับมาแล้ว", 5),
    ("Hebrew with vowels", "הַמַּעְבֹּרֶת חָזְרָה", 2),
    ("two scripts", "The 渡轮 is back", 5),
]


@pytest.mark.parametrize(("text", "words"), [pair[1:] for pair in TEXTS], ids=[pair[0] for pair in TEXTS])
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("… — – • ***", 0),
        ("twenty-one o’clock", 2),
        ("first–last — then…maybe", 4),
        ("1,250.50 crowns at 10:30", 4),
        ("one\n\ttwo\u00a0three", 3),
        ("cafe\u0301 noir", 2),
    ],
)
def test_signs_are_no_words_and_hold_together_what_they_join(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize("letter", ["a", "-", "'", "漢", "а́"])
def test_a_huge_run_without_a_space_is_counted_at_once(letter: str) -> None:
    assert count_words(letter * 300_000) >= 0


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (329, 1), (331, 2), (660, 3), (2200, 10)])
def test_reading_takes_whole_minutes_and_never_less_than_one(words: int, minutes: int) -> None:
    assert reading_minutes(words, per_minute=220) == minutes


def test_a_reading_speed_of_nothing_breaks_nothing() -> None:
    assert reading_minutes(10, per_minute=0) == 10
