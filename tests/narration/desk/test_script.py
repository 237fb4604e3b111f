"""The text beside the script, and what editors arrange there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import av
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from broadsheet.narration.models import Hearing, Term
from broadsheet.narration.script.passage import name_of
from broadsheet.news.models import Story
from tests.factories import make_story, sign_in
from tests.narration.desk.pages import BY_SCRIPT, address, words

FIRST, SECOND = "The ferry came back on Tuesday.", "Nobody had expected it."


@pytest.fixture
def story(story: Story) -> Story:
    """Ada's story, as it is stored: its blocks have their ids."""
    return Story.objects.get(pk=story.pk)


def block_of(story: Story) -> str:
    return str(story.body[0].id)


def lines(response: Any) -> list[tuple[str, str]]:
    """What is written, and what is said of it."""
    found = BeautifulSoup(response.content, "html.parser").select(".script__part .script__line")
    cells = [(one.select_one(".script__written"), one.select_one(".script__said > p")) for one in found]
    return [(_words(written), _words(said)) for written, said in cells]


def _words(cell: Any) -> str:
    return " ".join(cell.get_text().split()).removeprefix("Written: ").removeprefix("Said: ") if cell else ""


def keys(response: Any) -> list[str]:
    found = BeautifulSoup(response.content, "html.parser").select("[data-line]")
    return [str(button["data-line"]) for button in found]


def test_every_sentence_stands_beside_what_is_said(desk: Client, paper: object) -> None:
    story = make_story("Fares rise", body="The fare is $9. It was less.")
    shown = lines(desk.get(address(story, "script")))
    assert [written for written, _ in shown] == ["Fares rise", "The fare is $9.", "It was less."]
    assert "nine" in shown[1][1]
    assert shown[2][1] == "It was less."


def test_a_name_is_said_as_the_lexicon_has_it_and_marked(desk: Client, story: Story) -> None:
    Term.objects.create(term="ferry", language="en", respelling="ferrie", ipa="ˈfɛɹi")
    page = desk.get(address(story, "script"))
    assert "From the lexicon: ferry /ˈfɛɹi/" in words(page)
    soup = BeautifulSoup(page.content, "html.parser")
    assert "ferrie" in [mark.get_text().strip() for mark in soup.select(".script__said mark")]


def test_a_block_is_kept_out_and_read_again(desk: Client, story: Story) -> None:
    block = {"block": block_of(story)}
    kept = desk.post(address(story, "keep_out"), block | {"kept_out": "true"}, follow=True)
    assert words(kept).count("Kept out of the audio.") == 2
    again = desk.post(address(story, "keep_out"), block, follow=True)
    assert "Kept out of the audio." not in words(again)


def test_a_passage_is_said_in_other_words(desk: Client, story: Story) -> None:
    say = {"block": block_of(story), "passage": name_of(FIRST), "words": "The boat is back. It sails."}
    page = desk.post(address(story, "say"), say, follow=True)
    assert lines(page)[-3:-1] == [(FIRST, "The boat is back."), ("", "It sails.")]
    page = desk.post(address(story, "say"), say | {"words": " "}, follow=True)
    assert (FIRST, FIRST) in lines(page)


def test_other_words_have_an_end(desk: Client, story: Story) -> None:
    say = {"block": block_of(story), "passage": name_of(FIRST), "words": "x" * 5_001}
    page = desk.post(address(story, "say"), say, follow=True)
    assert "5,000 characters at most" in words(page)
    assert not Hearing.objects.exists()


def test_words_of_a_passage_that_was_edited_are_shown_apart_and_taken_over(
    desk: Client, story: Story
) -> None:
    old = Hearing.objects.create(story=story, block="gone", passage=name_of("Before."), words="Said before.")
    assert "not said any more" in words(desk.get(address(story, "script")))
    to = {"to": f"{block_of(story)}/{name_of(SECOND)}"}
    page = desk.post(address(story, "take_over", old.pk), to, follow=True)
    assert (SECOND, "Said before.") in lines(page)
    assert list(Hearing.objects.values_list("passage", flat=True)) == [name_of(SECOND)]


@pytest.mark.parametrize(("to", "left"), [("", 0), ("nowhere/at-all", 1)])
def test_such_words_are_removed_but_never_lost(desk: Client, story: Story, to: str, left: int) -> None:
    old = Hearing.objects.create(story=story, block="gone", passage=name_of("Before."), words="Said before.")
    desk.post(address(story, "take_over", old.pk), {"to": to})
    assert Hearing.objects.count() == left


def test_the_newest_draft_is_shown_and_that_readers_have_another_text(desk: Client, story: Story) -> None:
    story.title = "Ferry sinks"
    story.save_revision()
    page = desk.get(address(story, "script"))
    assert lines(page)[0][0] == "Ferry sinks"
    assert "Readers have another text" in words(page)


def test_a_sentence_is_played(ada: User, story: Story) -> None:
    desk = sign_in(ada)
    key = keys(desk.get(address(story, "script")))[0]
    played = desk.post(address(story, "play"), {"line": key})
    assert (played.status_code, played["Content-Type"]) == (200, "audio/flac")
    with av.open(BytesIO(played.content), mode="r") as file:
        assert sum(frame.samples for frame in file.decode(audio=0)) > 10_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"line": "of-yesterday"}, "load the page again"),
        ({"words": " "}, "nothing to say"),
        ({"words": "word " * 300}, "1,000 characters at most"),
    ],
)
def test_what_cannot_be_played_says_why(desk: Client, story: Story, data: dict[str, str], said: str) -> None:
    answer = desk.post(address(story, "play"), data)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_language_without_a_voice_is_not_played(desk: Client, paper: object) -> None:
    story = make_story("Пором повернувся", language="uk", body="Сьогодні.")
    key = keys(desk.get(address(story, "script")))[0]
    answer = desk.post(address(story, "play"), {"line": key})
    assert answer.status_code == 422
    assert answer.content.decode().startswith("There is no voice for Ukrainian")


def test_nobody_else_arranges_or_plays(ada: User, dan: User, paper: object) -> None:
    story = make_story("Of somebody else")
    for page in ("keep_out", "say", "play"):
        assert sign_in(dan).post(address(story, page)).status_code == 302
        assert sign_in(ada).post(address(story, page), headers=BY_SCRIPT).status_code == 403
