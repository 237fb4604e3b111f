"""Markup from elsewhere becomes harmless, and markup becomes words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.kit.html import clean, plain

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT src=//evil.test></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<iframe src=https://evil.test></iframe>",
    "<form action=https://evil.test><input name=password></form>",
    '<p style="position:fixed">x</p>',
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<style>body{display:none}</style>",
    "<object data=x></object><embed src=x>",
    "<base href=https://evil.test>",
    "<meta http-equiv=refresh content='0;url=https://evil.test'>",
    '<p id="content" class="skip">x</p>',
    "</script><script>alert(1)</script>",
    '<a href="vbscript:x" onclick="x">x</a>',
]
FORBIDDEN = (
    "<script",
    "<style",
    "<iframe",
    "<form",
    "<input",
    "<svg",
    "<object",
    "<base",
    "<meta",
    "onerror",
    *("onload", "onclick", "javascript:", "vbscript:", "data:", "style=", "class=", "id="),
)


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_dangerous_survives(markup: str) -> None:
    cleaned = clean(markup).lower()
    assert [word for word in FORBIDDEN if word in cleaned] == []


@given(st.text(alphabet="<>/\"'= ascripthonejv:\n&;#x0", max_size=120))
def test_no_text_at_all_becomes_a_script(markup: str) -> None:
    assert "<script" not in clean(markup).lower()


def test_cleaning_keeps_the_words_and_their_meaning() -> None:
    markup = '<h2>Tides</h2><p><b>High</b> at <a href="https://port.test/">noon</a>.</p><ul><li>one</li></ul>'
    assert clean(markup) == markup


def test_what_was_cleaned_once_stays_as_it_is() -> None:
    once = clean("".join(HOSTILE))
    assert clean(once) == once


def test_paragraphs_become_lines() -> None:
    assert (
        plain("<p>One <b>two</b>&nbsp;&amp; three</p><p>Four<br>five</p>")
        == "One two\u00a0& three\nFour\nfive"
    )


def test_list_items_begin_with_an_asterisk() -> None:
    assert plain("<p>Key:</p><ul><li>first</li>\n<li>second</li></ul>") == "Key:\n* first\n* second"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<ul><li><p>first</p><p>more</p></li></ul>", "* first\nmore"),
        ("<ul><li></li><li>only</li></ul><p>after</p>", "* only\nafter"),
        ("<ul><li></li></ul><p>after</p>", "after"),
        ("<ol><li>one<ul><li>within</li></ul></li></ol>", "* one\n* within"),
    ],
)
def test_lists_that_hold_more_than_words_flatten_too(markup: str, words: str) -> None:
    assert plain(markup) == words


def test_scripts_styles_and_comments_are_no_words() -> None:
    assert plain("<p>Tide<!-- note --></p><script>x()</script><style>p{}</style>") == "Tide"


def test_text_without_markup_is_unescaped_alone() -> None:
    assert plain(" Fish &amp; chips ") == "Fish & chips"


def test_tags_nested_deeper_than_the_stack_are_read() -> None:
    assert plain("<div>" * 5000 + "deep") == "deep"


@given(st.text(max_size=200))
def test_any_text_can_be_made_plain(markup: str) -> None:
    assert isinstance(plain(markup), str)
