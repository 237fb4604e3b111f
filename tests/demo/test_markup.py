"""The demo's Markdown becomes body blocks."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.demo.reading import content
from broadsheet.demo.reading.markup import Blocks, named_pictures

blocks = Blocks(pictures={"mole": 7, "ferry": 8}, stories={"gale": 42}, series={"harbour-latest": 5})


def read(text: str) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in blocks.read(text)]


def test_paragraphs_become_one_text() -> None:
    assert read("One **bold** *word*.\n\nTwo.") == [
        ("text", "<p>One <b>bold</b> <i>word</i>.</p>\n<p>Two.</p>")
    ]


def test_headings_and_rules_part_the_text() -> None:
    assert [name for name, _ in read("One.\n\n## Tides\n\nTwo.\n\n---\n\nThree.")] == [
        "text", "heading", "text", "divider", "text",
    ]  # fmt: skip


def test_a_link_names_a_story() -> None:
    assert read("See [this](story:gale).") == [("text", '<p>See <a linktype="page" id="42">this</a>.</p>')]


def test_a_link_to_a_story_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="storm"):
        read("See [this](story:storm).")


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("::: pull_quote\nOne\ntwo.\n:::\n", ("pull_quote", {"text": "One two."})),
        (
            '::: quote speaker="Ada"\nYes.\n:::\n',
            ("quote", {"role": "", "speaker": "Ada", "text": "<p>Yes.</p>"}),
        ),
        ("::: related_story story=gale\n:::\n", ("related_story", {"story": 42})),
        (
            '::: picture motif=mole alt="The mole"\n:::\n',
            ("picture", {"picture": 7, "alt": "The mole", "caption": ""}),
        ),
    ],
)
def test_a_directive_becomes_its_block(text: str, block: tuple[str, Any]) -> None:
    assert read(text) == [block]


def test_a_gallery_holds_pictures() -> None:
    text = '::: gallery title="Two"\nmotif=mole alt="The mole"\nmotif=ferry alt="The ferry" caption="Late"\n:::\n'
    [(_, value)] = read(text)
    assert value == {
        "title": "Two",
        "pictures": [
            {"picture": 7, "alt": "The mole", "caption": ""},
            {"picture": 8, "alt": "The ferry", "caption": "Late"},
        ],
    }


def test_a_table_has_a_header_row() -> None:
    [(_, value)] = read('::: table caption="Tons"\n| Pier | Tons |\n| --- | ---: |\n| North | 12 |\n:::\n')
    assert value["table"]["data"] == [["Pier", "Tons"], ["North", "12"]]


def test_a_picture_is_wanted_in_the_shape_that_its_block_shows() -> None:
    text = '::: picture motif=mole alt="a"\n:::\n::: gallery\nmotif=ferry alt="b"\n:::\n'
    assert [(row["motif"], row["shape"]) for row in named_pictures(text)] == [
        ("mole", "natural"),
        ("ferry", "3x2"),
    ]


def test_every_story_of_the_demo_says_what_its_pictures_show() -> None:
    for text in content.stories():
        assert "picture" not in text.head or text.head["picture_alt"], text.slug
        assert all(row["alt"] for row in named_pictures(text.body)), text.slug


def test_a_card_for_the_latest_of_a_series_points_at_the_series() -> None:
    (block,) = blocks.read("::: latest_of_series series=harbour-latest\n:::\n")
    assert block == {"type": "latest_of_series", "value": {"series": 5}}
