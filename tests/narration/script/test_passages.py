"""What of a story is read aloud, in which order."""

from __future__ import annotations

import pytest

from broadsheet.narration.script.line import Kind
from broadsheet.narration.script.passage import name_of
from broadsheet.narration.script.passages import byline_of, language_of, passages_of
from broadsheet.news.models import Story
from tests.factories import every_block, make_author, make_picture, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]


def read(story: Story) -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.words) for passage in passages_of(story)]


def test_headline_standfirst_and_byline_come_before_the_text() -> None:
    story = make_story(
        "The mole holds",
        standfirst="It leaks.",
        authors=[make_author("Ada Quill")],
        body="It held.\n\nJust.",
    )
    assert read(story) == [
        (Kind.HEADLINE, "The mole holds"),
        (Kind.STANDFIRST, "It leaks."),
        (Kind.BYLINE, "By Ada Quill"),
        (Kind.TEXT, "It held."),
        (Kind.TEXT, "Just."),
    ]


def test_who_speaks_is_said_before_the_quote() -> None:
    quote = {"text": "<p>It <b>will</b> hold.</p>", "speaker": "Olena Marsh", "role": "harbour master"}
    story = make_story("H", body=[("quote", quote)])
    assert read(story)[1:] == [
        (Kind.SPEAKER, "Olena Marsh, harbour master"),
        (Kind.QUOTE, "It will hold."),
    ]


def test_a_quote_that_names_nobody_is_read_alone() -> None:
    story = make_story("H", body=[("quote", {"text": "<p>Hold.</p>", "speaker": "", "role": ""})])
    assert read(story)[1:] == [(Kind.QUOTE, "Hold.")]


def test_items_are_read_one_by_one_and_fact_boxes_last() -> None:
    box = {"title": "The mole", "body": "<p>Built in 1884.</p>"}
    story = make_story(
        "H",
        body=[("fact_box", box), ("text", "<p>First:</p><ul><li>a gale</li><li>a leak</li></ul>")],
    )
    assert read(story)[1:] == [
        (Kind.TEXT, "First:"),
        (Kind.ITEM, "a gale"),
        (Kind.ITEM, "a leak"),
        (Kind.HEADING, "The mole"),
        (Kind.FACTS, "Built in 1884."),
    ]


def test_tables_captions_embeds_code_and_pull_quotes_are_not_read() -> None:
    blocks = every_block(make_picture(), story=make_story("Other"), words="ebbing")
    unread = {"pull_quote", "picture", "gallery", "table", "embed", "divider", "code", "related_story"}
    story = make_story("H", body=[block for block in blocks if block[0] in unread])
    assert read(story) == [(Kind.HEADLINE, "H")]


def test_imported_words_are_read() -> None:
    story = make_story("H", body=[("html", "<div><p>From the old paper.</p></div>")])
    assert read(story)[1:] == [(Kind.TEXT, "From the old paper.")]


@pytest.mark.parametrize(
    ("language", "names", "byline"),
    [
        ("", ["Ada Quill", "Ben Reed"], "By Ada Quill and Ben Reed"),
        ("en", ["Ada Quill", "Ben Reed", "Cleo Marsh"], "By Ada Quill, Ben Reed and Cleo Marsh"),
        ("uk", ["Ада Квіл", "Бен Рід"], "Текст: Ада Квіл і Бен Рід"),
        ("pt-br", ["Ada Quill", "Ben Reed"], "Ada Quill, Ben Reed"),
        ("en", [], ""),
    ],
)
def test_a_byline_is_said_in_the_storys_language(language: str, names: list[str], byline: str) -> None:
    story = make_story("H", language=language, authors=[make_author(name) for name in names])
    assert byline_of(story) == byline


def test_without_a_language_of_its_own_a_story_has_the_papers() -> None:
    assert language_of(make_story("H")) == "en-gb"


def test_a_passage_is_named_by_its_words_and_not_by_its_spaces() -> None:
    assert name_of("It  held.\n") == name_of("It held.")
    assert name_of("It held.") != name_of("It held!")
