"""What is written, and what a newsreader says: `newsreader.txt` is the table, left as written, right as said."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from broadsheet.narration.saying import say

_LINES = (Path(__file__).parent / "newsreader.txt").read_text().splitlines()
CASES = [tuple(line.split("  ⇒  ")) for line in _LINES if "⇒" in line]
AMERICAN = [
    ("It opened on Sept. 17, 2026.", "It opened on September seventeenth, twenty twenty-six."),
    ("It runs Sept. 17-19.", "It runs September seventeenth to nineteenth."),
    ("It opened on 2026-09-17.", "It opened on September seventeenth, twenty twenty-six."),
    ("It opened on 9/10/2026.", "It opened on September tenth, twenty twenty-six."),
    ("They won 3-0.", "They won three nothing."),
]
HOSTILE = [
    "1.",
    "(((((",
    "a.a.a.a.",
    "[[",
    "St. ",
    "…",
    "5%-",
    "https://(",
    "17 Sept ",
    '"’',
    "1/",
    "a@a.",
    "- ",
]
WORDS = ["harbour", "ledger", "ada", "wrote", "seven", "lines", "before", "noon", "naïve", "don’t"]
BESIDE = [
    "12",
    "$5m",
    "(",
    ")",
    " – ",
    "…",
    "U.S.",
    "3-1",
    "‘",
    "”",
    "17/9/2026",
    "🎉",
    "4.5%",
    "\x00",
    "[1]",
    "A",
]


def _said(text: str, language: str = "en", *, capitals: bool = False) -> str:
    return say(text, language=language, capitals=capitals).words


def test_the_table_has_a_case_for_everything_asked() -> None:
    assert len(CASES) >= 180
    assert len({written for written, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("written", "spoken"), CASES, ids=[written for written, _ in CASES])
def test_it_is_said_as_a_newsreader_says_it(written: str, spoken: str) -> None:
    assert _said(written) == spoken


@pytest.mark.parametrize(("written", "spoken"), AMERICAN)
def test_americans_put_the_month_first(written: str, spoken: str) -> None:
    assert _said(written, "en-US") == spoken


def test_british_is_what_english_is_unless_told_otherwise() -> None:
    assert (
        _said("On 9/10/2026.", "en")
        == _said("On 9/10/2026.", "en_GB")
        == "On the ninth of October twenty twenty-six."
    )


def test_capitals_that_tell_nothing_are_not_spelt() -> None:
    assert _said("SHIP SUNK", capitals=True) == "Ship Sunk"


def test_acronyms_are_known_among_capitals() -> None:
    assert _said("US AND NATO TELL US OF BBC PLAN", capitals=True) == "U S And NATO Tell Us Of B B C Plan"


@pytest.mark.parametrize("nothing", ["", " ", "* * *", "🎉", "\x00\u200b", "[1]", "—", "…", "\ue000"])
def test_what_has_no_words_has_no_runs(nothing: str) -> None:
    assert say(nothing, language="en").runs == ()


def test_a_sentence_cannot_reach_a_voice_as_raw_sounds() -> None:
    assert "[" not in _said("He [[ kiːv ]] left.")


@settings(max_examples=50, deadline=None)
@given(some.text(max_size=60))
def test_whatever_is_written_comes_out_as_words(text: str) -> None:
    said = _said(text)
    assert not [
        each
        for each in said
        if each in "0123456789" or unicodedata.category(each) in ("Cc", "Cf", "Cs", "Co")
    ]


@settings(max_examples=50, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(WORDS), some.sampled_from(BESIDE)), max_size=8))
def test_no_word_is_lost_among_signs_and_numbers(pairs: list[tuple[str, str]]) -> None:
    said = _said(" ".join(f"{word} {beside}" for word, beside in pairs)).lower()
    for word, _ in pairs:
        assert word in said


@pytest.mark.parametrize("bit", HOSTILE)
def test_ten_thousand_hostile_characters_take_no_time(bit: str) -> None:
    text = (bit * 10_000)[:10_000]
    assert any(_seconds(text) < 1 for _ in range(5))  # once is enough: other tests run beside it


def _seconds(text: str) -> float:
    began = time.thread_time()
    _said(text)
    return time.thread_time() - began
