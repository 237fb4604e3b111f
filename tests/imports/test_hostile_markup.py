"""Markup that means harm does none, and the words around it survive."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.imports.wordpress.reader import read_records
from broadsheet.imports.wordpress.records import Post
from tests.imports.conftest import EXPORTS
from tests.imports.conversion import blocks, converted, words

HARM = re.compile(
    r"<script|javascript:|\son\w+\s*=|<iframe|<object|<svg|<form|<style|data:text", re.IGNORECASE
)
WORDS = {
    "Read", "this", "Click", "me", "too", "Broken", "Outside", "Your", "name", "Send", "it", "Drawn", "words",
    "Wide", "cell", "Quoted", "Somebody", "Captioned", "Sum", "Unclosed", "bold", "italic",
}  # fmt: skip


def _hostile() -> str:
    return next(one.content for one in read_records(EXPORTS / "hostile.xml") if isinstance(one, Post))


def test_nothing_that_acts_comes_through() -> None:
    assert HARM.search(json.dumps(converted(_hostile()).blocks)) is None


def test_every_word_that_readers_saw_comes_through() -> None:
    assert words([value for _, value in blocks(_hostile())]) >= WORDS


def test_the_operator_is_told_what_was_left_out() -> None:
    assert {"left out <script>", "left out <form>", "left out <style>"} <= set(converted(_hostile()).notes)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "deep words" + "</div>" * 20_000,
        "<b>" * 20_000 + "deep words",
        "<ul><li>" * 5_000 + "deep words",
        "<blockquote>" * 5_000 + "deep words",
        "<!-- wp:group -->" * 20_000 + "deep words",
        "[caption]" * 20_000 + "deep words",
        "<!-- wp:x " * 20_000 + "deep words",
        "<table><tr><td>" * 3_000 + "deep words",
    ],
    ids=lambda markup: markup[:12],
)
def test_markup_nested_without_end_is_survived_in_time(markup: str) -> None:
    started = time.monotonic()
    found = blocks(markup)
    assert time.monotonic() - started < 20
    assert words([value for _, value in found]) >= {"deep", "words"} or markup.startswith(
        ("<!-- wp:x", "<table")
    )


def test_an_enormous_post_is_kept_in_one_piece() -> None:
    found = converted("<p>fog</p>" * 250_000)
    assert [block["type"] for block in found.blocks] == ["html"]
    assert found.notes == ["too long to be taken apart: kept as one piece of safe HTML"]


TAGS = ("p", "b", "ul", "li", "table", "tr", "td", "blockquote", "figure", "h2", "pre", "cite", "div")
MARKS = [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]
MARKS += ["<a href='/a'>", "</a>", "<!-- wp:paragraph -->", "<!-- /wp:paragraph -->", "<br>", "<hr>"]
MARKS += ["<img src='/lost.jpg' alt=''>", "[gallery]", "[caption]", "[/caption]", "\n\n", "\n", " "]
MARKUP = st.lists(st.sampled_from([*MARKS, "harbour", "fog", "Marigold", "quay"]), max_size=40)


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_no_mixture_of_marks_loses_a_word(parts: list[str]) -> None:
    expected = {part for part in parts if part.isalpha()}
    found = " ".join(words([value for _, value in blocks(" ".join(parts))]))
    assert all(word in found for word in expected)
