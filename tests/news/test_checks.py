"""What editors are asked to look at before a story goes out."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.news.checks import check_story
from tests.factories import Paper, make_picture, make_story

pytestmark = pytest.mark.usefixtures("unindexed")

LONG = " ".join(["word"] * 121)


def problems(paper: Paper, **story: Any) -> list[str]:
    told = make_story(**{"headline": "Short", "live": False} | story)
    return [finding.problem for finding in check_story(told)]


def test_a_story_that_is_in_order_is_left_alone(paper: Paper) -> None:
    assert problems(paper, headline="x" * 110, body=" ".join(["word"] * 120)) == []


def test_a_headline_may_be_too_long(paper: Paper) -> None:
    assert problems(paper, headline="x" * 111) == ["The headline has 111 characters: 110 are enough."]


@pytest.mark.parametrize(
    "block",
    [
        ("text", f"<p>{LONG}</p>"),
        ("quote", {"text": f"<p>{LONG}</p>", "speaker": "Ada", "role": ""}),
        ("fact_box", {"title": "Facts", "body": f"<p>{LONG}</p>"}),
    ],
)
def test_a_paragraph_may_be_too_long(paper: Paper, block: tuple[str, Any]) -> None:
    assert problems(paper, body=[block]) == ["A paragraph has 121 words: break it up."]


@pytest.mark.parametrize(
    "link", ['<a href="https://port.test/"></a>', '<a href="https://port.test/"> <b> </b></a>']
)
def test_a_link_may_have_no_text(paper: Paper, link: str) -> None:
    assert problems(paper, body=[("text", f"<p>See {link}.</p>")]) == [
        "A link has no text: readers cannot see it."
    ]


def test_the_lead_picture_may_say_nothing(paper: Paper) -> None:
    assert problems(paper, lead_picture=make_picture(alt="")) == [
        "The lead picture has no alt text: say what it shows."
    ]
    assert problems(paper, lead_picture=make_picture(alt=""), lead_alt="The mole") == []


@pytest.mark.parametrize("block", ["picture", "gallery"])
def test_a_picture_in_the_text_may_say_nothing(paper: Paper, block: str) -> None:
    shown = {"picture": make_picture(alt="").pk, "alt": "", "caption": ""}
    value: Any = (
        shown if block == "picture" else {"title": "", "pictures": [shown, shown | {"alt": "The mole"}]}
    )
    assert problems(paper, body=[(block, value)]) == ["A picture has no alt text: say what it shows."]


def test_an_empty_story_breaks_nothing(paper: Paper) -> None:
    assert problems(paper, body="") == []
