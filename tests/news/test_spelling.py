"""How far one word is from another."""

from __future__ import annotations

import pytest

from broadsheet.news.search.spelling import distance


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("ferry", "ferry", 0),
        ("ferry", "fery", 1),
        ("ferry", "fferry", 1),
        ("ferry", "fersy", 1),
        ("ferry", "efrry", 1),
        ("government", "goverment", 1),
        ("harbour", "habrous", 2),
        ("ferry", "council", 3),
        ("", "abc", 3),
    ],
)
def test_letters_added_dropped_changed_or_exchanged_are_counted(one: str, other: str, letters: int) -> None:
    assert distance(one, other, most=2) == letters
    assert distance(other, one, most=2) == letters
