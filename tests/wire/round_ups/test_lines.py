"""The block of key developments shows each item as it is now."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from broadsheet.news.checks import check_story
from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from broadsheet.wire.models import WireItem
from tests.factories import make_item, make_story
from tests.wire.round_ups.conftest import DAY, at, key_item

pytestmark = pytest.mark.usefixtures("unindexed")


def block(*lines: tuple[WireItem, str]) -> tuple[str, Any]:
    """The block with these items and the words for them."""
    entries = [{"item": item.pk, "wording": wording} for item, wording in lines]
    return ("key_developments", {"day": DAY.isoformat(), "lines": entries})


def shown(client: Client, story: Story) -> Tag | None:
    soup = BeautifulSoup(client.get(story.url).content, "html.parser")
    return soup.select_one(".key-developments")


def lines(client: Client, story: Story) -> list[str]:
    found = shown(client, story)
    return [" ".join(line.get_text().split()) for line in found.select("li")] if found else []


def test_a_line_leads_to_its_item(cleo: Client, published: Story, strike: WireItem) -> None:
    found = shown(cleo, published)
    assert found is not None
    assert found.h2 is not None
    assert found.a is not None
    assert found.h2.get_text() == "Key developments on November 23:"
    assert (found.a["href"], found.a.get_text()) == (strike.get_absolute_url(), strike.headline)


def test_a_line_follows_its_item_and_says_when_it_was_corrected(
    cleo: Client, published: Story, ferry: WireItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_item(ferry, headline="Ferry to Hesk cancelled till noon")
    assert lines(cleo, published)[1] == "Ferry to Hesk cancelled till noon"
    monkeypatch.setattr(timezone, "now", lambda: at(14, 20))
    correct_item(ferry, headline="Ferry to Skua cancelled", note="It is the Skua.")
    assert lines(cleo, published)[1] == "Ferry to Skua cancelled (corrected 14:20)"


def test_what_was_corrected_on_another_day_says_so(
    cleo: Client, published: Story, ferry: WireItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(9, 10, day=DAY.replace(day=24)))
    correct_item(ferry, note="It is the Skua.")
    assert lines(cleo, published)[1].endswith("(corrected November 24, 09:10)")


def test_of_a_retracted_item_no_words_are_left(cleo: Client, ferry: WireItem) -> None:
    story = make_story("Round-up", body=[block((ferry, "No ferry to Hesk tonight"))])
    retract_item(ferry, reason="It sails.")
    [line] = lines(cleo, story)
    assert line.startswith("Retracted ")
    assert line.endswith(": It sails.")
    assert "Hesk" not in cleo.get(story.url).content.decode().partition("<main")[2]


def test_drafts_and_what_was_taken_back_or_deleted_leave_no_line(cleo: Client, ferry: WireItem) -> None:
    draft, gone, fresh = make_item("Draft", as_draft=True), make_item("Gone"), make_item("Undone")
    story = make_story("Round-up", body=[block(*((item, "") for item in (draft, gone, fresh, ferry)))])
    withdraw_item(fresh)
    gone.delete()
    assert lines(cleo, story) == [ferry.headline]


def test_a_block_without_lines_is_not_there(cleo: Client, ferry: WireItem) -> None:
    story = make_story("Round-up", body=[block((ferry, ""))])
    ferry.delete()
    assert shown(cleo, story) is None


def test_all_items_of_a_page_cost_one_question(cleo: Client, published: Story) -> None:
    bodies = [[block()], [block(*((key_item(f"Item {n}"), "") for n in range(8)))] * 2]
    few, many = (make_story(f"Round-up {len(body)}", body=body) for body in bodies)
    cleo.get(few.url)
    asked = []
    for story in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert cleo.get(story.url).status_code == 200
        asked.append(len(queries))
    assert asked[1] - asked[0] == 1


def test_its_lines_are_the_excerpt(published: Story, strike: WireItem, ferry: WireItem) -> None:
    heading = "Key developments on November 23:"
    assert published.excerpt == f"{heading} * {strike.headline} * {ferry.headline}"
    assert published.word_count == 13


def test_a_long_excerpt_is_cut_at_a_word(paper: object) -> None:
    story = make_story(
        "Round-up", body=[block(*((key_item(f"Ship {n} leaves port"), "") for n in range(12)))]
    )
    assert story.excerpt.startswith("Key developments on November 23: * Ship 0 leaves port * Ship 1")
    assert story.excerpt.endswith("…")
    assert len(story.excerpt) <= 200


def test_the_day_is_in_the_papers_language_whoever_saves(ferry: WireItem) -> None:
    with translation.override("de"):
        story = make_story("Round-up", body=[block((ferry, ""))])
    assert "on November 23:" in story.opening


def test_search_knows_what_readers_see(ferry: WireItem, strike: WireItem) -> None:
    body = [block((ferry, "No boat to Hesk"), (strike, ""))]
    story = make_story("Round-up", body=body)
    retract_item(ferry, reason="It sails.")
    [words] = Story.objects.get(pk=story.pk).body.stream_block.get_searchable_content(
        Story.objects.get(pk=story.pk).body
    )
    assert strike.headline in words
    assert "boat" not in words


def test_an_editor_is_told_over_the_form_what_became_of_the_items(ferry: WireItem, strike: WireItem) -> None:
    gone = make_item("Gone")
    story = make_story("Round-up", body=[block((ferry, "No boat"), (strike, ""), (gone, "Went"))])
    assert check_story(story) == []
    correct_item(ferry, note="It is the Skua.")
    retract_item(strike, reason="No strike.")
    gone.delete()
    found = [(finding.problem.split(" (")[0], finding.place) for finding in check_story(fresh(story))]
    assert found == [
        ("An item was corrected", "No boat"),
        ("A key development was retracted", ""),
        ("A key development is not on the wire any more: readers see no line of it.", "Went"),
    ]


def test_feeds_show_the_lines_and_ask_once_for_all_stories(
    cleo: Client, published: Story, strike: WireItem, ferry: WireItem
) -> None:
    correct_item(ferry, note="It is the Skua.")
    retract_item(strike, reason="No strike.")
    feed = cleo.get("/feed.xml").content.decode()
    assert "Key developments on November 23:" in feed
    assert f"{ferry.get_absolute_url()}" in feed
    assert "(corrected " in feed
    assert ": No strike." in feed
    with CaptureQueriesContext(connection) as before:
        cleo.get("/feed.xml")
    make_story("Another", body=[block((ferry, ""))])
    with CaptureQueriesContext(connection) as after:
        cleo.get("/feed.xml")
    assert len(after) == len(before)


def fresh(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def test_a_preview_shows_a_draft_that_lacks_its_day(ben: User, ferry: WireItem) -> None:
    story = make_story("Round-up", body=[block((ferry, ""))], live=False)
    story.body[0].value["day"] = None
    assert "Key developments:" in story.make_preview_request().content.decode()
