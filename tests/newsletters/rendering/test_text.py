"""An edition as plain text, read as a reader reads it."""

from __future__ import annotations

import pytest

from broadsheet.newsletters.rendering.parts import Part
from broadsheet.newsletters.rendering.text import text_of
from broadsheet.newsletters.rendering.text.lines import WIDTH, underlined
from broadsheet.newsletters.rendering.text.rich import Notes, plain_text
from tests.newsletters.rendering.made import card, every_part, frame, line, stories

WORDS = (
    '<p>The <b>mole</b> held through the night, and the <a href="https://ledger.test/a/">harbour plan</a> did not: '
    'read <a href="https://ledger.test/a/">it</a>.</p><ul><li>One</li><li>Two<ol><li>First</li></ol></li></ul>'
)

LETTER = """\
The Harbour Ledger
The Morning Tide
================
Sunday, 29 November 2026 · with Kateryna Bond

The *mole* held through the night, and the harbour plan [1] did not:
read it [1].

* One
* Two
  1. First

[1] https://ledger.test/a/

> We were promised a bridge.
  — Ida Marsh, passenger

[Picture: The mole]
At low water. Ada Quill

Read the paper:
https://ledger.test/

                                 * * *

Harbour
First rock goes in
------------------
Six hundred tonnes were lowered into the gap.
Ada Quill · 3 min read
https://ledger.test/harbour/first-rock/

Newest
======

* First rock goes in
  Six hundred tonnes were lowered into the gap.
  Ada Quill · 3 min read
  https://ledger.test/harbour/first-rock/

Today
=====

05:07  Ferry to Hesk cancelled (Harbour, corrected)
       https://ledger.test/wire/items/1/

------------------------------------------------------------------------

You get The Morning Tide because you asked for it at The Harbour Ledger.
We do not track what you open or where you click.

Unsubscribe:
https://ledger.test/newsletters/leave/0slot0token0slot0/7/
Change what you get:
https://ledger.test/newsletters/preferences/0slot0token0slot0/

Read it in your browser:
https://ledger.test/newsletters/tide/the-mole-holds/

The Harbour Ledger
Owned by its staff.
newsroom@ledger.test
https://ledger.test/
"""


def test_it_is_a_letter_and_not_stripped_tags() -> None:
    picture = {"picture": {"alt": "The mole"}, "caption": "At low water.", "credit": "Ada Quill"}
    told = line(section="Harbour", corrected=True)
    parts = [
        Part("text", {"html": WORDS}),
        Part(
            "quote",
            {"html": "<p>We were promised a bridge.</p>", "speaker": "Ida Marsh", "role": "passenger"},
        ),
        Part("picture", picture),
        Part("button", {"label": "Read the paper", "url": "https://ledger.test/"}),
        Part("divider", {}),
        stories(card(), large=True),
        stories(card(), heading="Newest"),
        Part("developments", {"heading": "Today", "url": "", "developments": [told]}),
    ]
    assert text_of(frame(), parts) == LETTER


def test_no_line_is_wider_than_a_page_but_an_address() -> None:
    words = (
        "Many words that go on for longer than any line of a mail may be, and a little longer than that, too. "
        * 3
    )
    html = f"<p>{words}<br>{words}</p><blockquote><p>{words}</p></blockquote><ol><li>{words}</li></ol>"
    text = text_of(frame(host=words, makers=words), every_part(words, html))
    assert [one for one in text.splitlines() if len(one) > WIDTH and "://" not in one] == []
    assert "<" not in text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"),
        ('<p>Write to <a href="mailto:a@b.example">a@b.example</a>.</p>', "Write to a@b.example."),
        ('<p><a href="https://a.example/"> </a>x</p>', "x"),
        ("<p>a<br/>b</p><p></p><p>c</p>", "a\nb\n\nc"),
        ("<ul><li></li><li><p>x</p><p>y</p></li></ul>", "* x\n  y"),
        ("loose <i>words</i> <b> </b>", "loose _words_"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("", ""),
    ],
)
def test_rich_text_reads_well(html: str, text: str) -> None:
    assert plain_text(html, Notes()) == text


def test_a_heading_in_any_script_is_underlined_as_wide_as_it_stands() -> None:
    assert underlined("港口", "=").splitlines()[1] == "===="
    assert underlined("Cafe\u0301", "-").splitlines()[1] == "----"
