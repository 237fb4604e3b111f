"""Excerpts that are cut by machine end where a reader would stop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.kit.excerpt import cut, one_line


def test_a_text_that_is_short_enough_stays_whole() -> None:
    assert cut("The ferry came back.", length=20) == "The ferry came back."


def test_a_long_text_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert cut("The ferry came back on Tuesday", length=22) == "The ferry came back…"


def test_a_text_that_is_cut_between_words_keeps_the_last_one() -> None:
    assert cut("The ferry came back on Tuesday", length=20) == "The ferry came back…"


@pytest.mark.parametrize("sign", [",", ";", ":", " –", " —", " *"])
def test_no_sign_is_left_dangling_before_the_ellipsis(sign: str) -> None:
    assert cut(f"The ferry{sign} came back", length=14) == "The ferry…"


def test_a_text_without_spaces_is_cut_at_a_character() -> None:
    assert cut("渡轮星期二回来了没有人预料到", length=8) == "渡轮星期二回来…"


def test_a_single_space_early_on_does_not_cost_the_rest() -> None:
    assert (
        cut("2024年 " + "渡轮星期二回来了" * 10, length=40)
        == "2024年 " + ("渡轮星期二回来了" * 10)[:33] + "…"
    )


def test_a_word_longer_than_the_excerpt_is_cut_inside() -> None:
    assert cut("a" * 50, length=10) == "a" * 9 + "…"


def test_line_breaks_become_spaces() -> None:
    assert (
        one_line("Key developments:\n* first\n* second\r\n\u00a0 end ")
        == "Key developments: * first * second end"
    )


@given(st.text(max_size=400), st.integers(min_value=2, max_value=200))
def test_an_excerpt_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(cut(text, length=length)) <= length
