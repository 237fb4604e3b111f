"""Paragraphs, cut into sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from broadsheet.narration.script.sentences import COMFORTABLE, sentences
from broadsheet.narration.voices.contract import LONGEST

# A bar stands where a sentence ends.
PARAGRAPHS = [
    "It opened on Sept. 17 at noon. | Ada came.",
    "See No. 4 there. | No. | He did not.",
    "Dr. Marsh met Lt. Col. Lane. | They spoke.",
    "U.S. officials came. | It was made in the U.S. | The rest is ours.",
    "J. K. Rowling met George W. Bush. | They spoke.",
    "He left at 6 a.m. today. | She left at 6 p.m. | The rest slept. | It opens at 6 p.m. Monday.",
    "Bring fruit, e.g. apples, approx. 3.5 kg. | St. Olave is shut.",
    "“He left.” | She stayed. | “What?” he asked. | ‘No!’ | She ran.",
    "Wait… | He left... and went. | What?! | No!!! | Go.",
    "(He left. | She stayed.) | They met (at noon). | End.",
    "It is plan B. | Then it rained. | So do I. | He agreed.",
    "It fell to 0.05. | 12 people came. | See ledger.example now.",
    "no stop at all",
]
OTHERS = [
    ("uk", "У 2026 р. на вул. Садовій було 5 тис. осіб. | Т. Г. Шевченко писав."),
    ("uk", "Він пішов у 2025 р. | Вона лишилась за 500 грн. | Це ст. 5 закону."),
    ("ru", "Это ул. Садовая, д. 5, г. Киев. | Он пришёл в 2025 г. | Она ушла."),
    ("de", "Das ist Dr. Marsh, Nr. 5. | Er kam."),
    ("zh", "你好。 | 再见！ | 真的？"),
    ("ar", "هل ذهبت؟ | نعم."),
    ("ur", "وہ گیا۔ | وہ آیا۔"),
]
BITS = [
    "Ada",
    "left.",
    "Dr.",
    "U.S.",
    "He",
    "“Go!”",
    "(no)",
    "…",
    "3.5",
    "No.",
    "4",
    "—",
    "“",
    "”",
    "?",
    "x" * 90,
    "J.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_a_sentence_ends_where_a_reader_would_end_it(marked: str) -> None:
    assert sentences(marked.replace(" | ", " "), "en-gb") == marked.split(" | ")


@pytest.mark.parametrize(("language", "marked"), OTHERS)
def test_other_languages_end_theirs(language: str, marked: str) -> None:
    assert sentences(marked.replace(" | ", " "), language) == marked.split(" | ")


def test_no_space_is_needed_where_the_script_has_none() -> None:
    assert sentences("你好。再见！", "zh") == ["你好。", "再见！"]


def test_nothing_has_no_sentences() -> None:
    assert sentences(" \n ", "en") == []


@settings(max_examples=50, deadline=None)
@given(some.lists(some.sampled_from(BITS), max_size=40))
def test_the_words_stay_as_they_are_and_in_order(bits: list[str]) -> None:
    text = " ".join(bits)
    assert " ".join(sentences(text, "en")).split() == text.split()


@settings(max_examples=30, deadline=None)
@given(some.text(max_size=200).map(lambda text: text * 20))
def test_no_piece_is_too_long_and_no_character_is_lost(text: str) -> None:
    pieces = sentences(text, "uk")
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_sentence_is_cut_where_one_breathes() -> None:
    part = "and so the ship went out to sea again with all who were on board of it"
    pieces = sentences(", ".join([part] * 4) + "; " + ", ".join([part] * 7) + ".", "en")
    assert pieces[0].endswith(";")
    assert pieces[1].endswith(",")
    assert max(map(len, pieces)) <= COMFORTABLE


@pytest.mark.parametrize("endless", ["x" * 2500, "字" * 2500, "no commas here " * 200])
def test_one_endless_word_is_cut_all_the_same(endless: str) -> None:
    pieces = sentences(endless, "en")
    assert max(map(len, pieces)) <= LONGEST
    assert "".join("".join(pieces).split()) == "".join(endless.split())


@pytest.mark.parametrize("bit", ["1.", "(((((", "a.a.a.a.", "....", "!)", "A. ", "x, ", "…”", "。"])
def test_ten_thousand_hostile_characters_take_no_time(bit: str) -> None:
    text = (bit * 10_000)[:10_000] + "x"
    assert any(_seconds(text) < 0.2 for _ in range(5))  # once is enough: other tests run beside it


def _seconds(text: str) -> float:
    began = time.thread_time()
    sentences(text, "en")
    return time.thread_time() - began
