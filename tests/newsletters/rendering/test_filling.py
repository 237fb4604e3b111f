"""Moving blocks show what the paper has, and nothing that readers may not read."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Story
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.newsletters.rendering.parts import parts_of
from broadsheet.newsletters.rendering.standing import still_standing
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.models import RoundUp
from tests.factories import (
    Paper,
    make_author,
    make_edition,
    make_item,
    make_picture,
    make_section,
    make_series,
    make_story,
)

pytestmark = pytest.mark.django_db


def picked(story: Story | None, **other: Any) -> tuple[str, Any]:
    return ("story", {"story": story and story.pk, "words": "", "pictures": True} | other)


def newest(section: Any, count: int = 3, **other: Any) -> tuple[str, Any]:
    return ("newest", {"section": section.pk, "count": count, "heading": "", "pictures": True} | other)


def developments(span: str = "today", **other: Any) -> tuple[str, Any]:
    return ("developments", {"span": span, "count": 8, "section": None, "heading": ""} | other)


def picks() -> tuple[str, Any]:
    return ("picks", {"count": 5, "heading": "", "pictures": False})


def edition_of(*blocks: tuple[str, Any]) -> Edition:
    return make_edition(body=blocks)


def titles(edition: Edition, now: datetime | None = None) -> list[list[str]]:
    """What each moving block shows, in the order of the blocks."""
    filled = fill(edition, now)
    return [
        [one["title"] for one in held.get("stories", held.get("developments"))] for held in filled.values()
    ]


def test_a_card_is_plain_data_with_whole_addresses(paper: Paper) -> None:
    story = make_story(
        "First rock goes in",
        standfirst="Six hundred tonnes.",
        lead_picture=make_picture(),
        authors=[make_author()],
    )
    filled = json.loads(json.dumps(fill(edition_of(picked(story)))))
    [[card]] = [held["stories"] for held in filled.values()]
    assert card["picture"]["url"].startswith("http://127.0.0.1:8000/media/images/")
    assert card["picture"]["url"].endswith(".jpg")
    assert {name: card[name] for name in ("url", "words", "section", "byline", "minutes")} == {
        "url": "http://127.0.0.1:8000/harbour/first-rock-goes-in/",
        "words": "Six hundred tonnes.",
        "section": "Harbour",
        "byline": "Ada Quill",
        "minutes": 1,
    }


def test_no_story_is_shown_twice_unless_an_editor_picked_it_twice(paper: Paper) -> None:
    old, _, new = (make_story(f"{name} story") for name in ("Old", "Middle", "New"))
    paper.front.picks.add(*[paper.front.picks.model(story=story) for story in (old, new)])
    paper.front.save_revision().publish()
    section = make_section()
    edition = edition_of(newest(section, 1), picks(), newest(section), picked(new), picked(new))
    assert titles(edition) == [["Middle story"], ["Old story"], [], ["New story"], ["New story"]]


def test_what_readers_may_not_read_is_never_shown(paper: Paper) -> None:
    closed = make_section("Closed")
    inside, draft = make_story("Inside", section=closed), make_story("Draft", live=False)
    gone = make_story("Gone")
    edition = edition_of(
        picked(inside), picked(draft), picked(gone), newest(closed), developments(section=closed.pk)
    )
    make_item("Behind the door", is_key=True, section=closed)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    gone.delete()
    edition.refresh_from_db()
    assert titles(edition) == [[], [], [], [], []]
    open_item = titles(edition_of(developments()))
    assert open_item == [["Behind the door"]]  # the item stands in the whole feed, without its section
    assert "Closed" not in json.dumps(fill(edition_of(developments())))


def test_developments_are_the_newsrooms_day(paper: Paper) -> None:
    morning = datetime(2026, 11, 29, 7, 0, tzinfo=timezone.get_default_timezone())
    for words, hours, key in (
        ("Late", 8, True),
        ("Early", 1, True),
        ("Older", 30, True),
        ("Routine", 2, False),
    ):
        make_item(words, posted_at=morning - timedelta(hours=hours), is_key=key)
    retract_item(
        make_item("Wrong", posted_at=morning - timedelta(hours=3), is_key=True), reason="It was wrong."
    )
    make_item("Draft", as_draft=True, is_key=True)
    edition = edition_of(developments("today"), developments("day"), developments("yesterday"))
    assert titles(edition, morning) == [["Early"], ["Early", "Late"], ["Late", "Older"]]


def test_the_latest_round_up_is_the_newest_that_is_published(paper: Paper) -> None:
    series, today = make_series(), timezone.localdate()
    for age, title, live in ((2, "Old", True), (1, "Yesterday", True), (0, "Today", False)):
        story = make_story(title, live=live)
        RoundUp.objects.create(series=series, story=story, day=today - timedelta(days=age))
    block = ("round_up", {"series": series.pk, "heading": "Late", "pictures": False})
    assert titles(edition_of(block)) == [["Yesterday"]]


def test_an_archive_shows_nothing_that_was_taken_back(paper: Paper) -> None:
    story, item = make_story("Story"), make_item("Item", is_key=True)
    edition = edition_of(picked(story), developments())
    filled = fill(edition)
    assert still_standing(filled) == filled
    story.unpublish()
    retract_item(item, reason="It was wrong.")
    assert parts_of(edition, still_standing(filled)) == []
    assert "Story" in json.dumps(filled)


def test_filling_costs_the_same_however_much_there_is(
    paper: Paper, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section = make_section()
    for number in range(4):
        make_story(f"Story {number}")
        make_item(f"Item {number}", is_key=True)
    edition = edition_of(newest(section, 4), picks(), developments())
    with django_assert_max_num_queries(16):
        fill(edition)
