"""The front page, composed by editors, and what it does where they leave a gap."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.news.models import EditorsPick, FrontPage, SecondaryStory, SectionStrip, Story
from tests.factories import Paper, make_section, make_story

pytestmark = pytest.mark.usefixtures("unindexed")


def compose(
    paper: Paper, *, lead: Story | None = None, seconds: Any = (), strips: Any = (), picks: Any = ()
) -> None:
    """Publish the front page; `picks` are stories, or pairs of a story and when it ends."""
    front = FrontPage.objects.get(pk=paper.front.pk)
    front.lead = lead
    front.seconds = [SecondaryStory(story=story, sort_order=place) for place, story in enumerate(seconds)]
    front.strips = [
        SectionStrip(section=section, size=size, sort_order=place)
        for place, (section, size) in enumerate(strips)
    ]
    pairs = [pick if isinstance(pick, tuple) else (pick, None) for pick in picks]
    front.picks = [
        EditorsPick(story=story, ends_at=ends, sort_order=place) for place, (story, ends) in enumerate(pairs)
    ]
    front.save_revision().publish()


def shown(client: Client, place: str) -> Any:
    """What stands in that place of the front page, as headlines."""
    response = client.get("/")
    assert response.status_code == 200
    found = response.context[place]
    if place == "strips":
        return {strip.section.title: [story.title for story in strip.stories] for strip in found}
    return [story.title for story in found] if isinstance(found, list) else found and found.title


@pytest.fixture
def five(paper: Paper) -> list[Story]:
    """Five stories, the newest last."""
    return [make_story(f"Story {number}") for number in range(5)]


def hide(story: Story, how: str) -> None:
    story = Story.objects.get(pk=story.pk)
    if how == "unpublished":
        story.unpublish()
    elif how == "deleted":
        story.delete()
    else:
        PageViewRestriction.objects.create(page=story, restriction_type="login")


def test_an_empty_paper_has_a_front_page(cleo: Client, paper: Paper) -> None:
    assert shown(cleo, "lead") is None
    assert (shown(cleo, "seconds"), shown(cleo, "picks"), shown(cleo, "strips")) == ([], [], {})


def test_a_paper_that_nobody_composed_leads_with_the_newest_story(cleo: Client, five: list[Story]) -> None:
    assert shown(cleo, "lead") == "Story 4"


def test_editors_choose_the_lead_and_the_order(cleo: Client, paper: Paper, five: list[Story]) -> None:
    compose(paper, lead=five[2], seconds=[five[0], five[4], five[1]])
    assert shown(cleo, "lead") == "Story 2"
    assert shown(cleo, "seconds") == ["Story 0", "Story 4", "Story 1"]


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_the_first_second_takes_the_place_of_a_lead_that_is_gone(
    cleo: Client, paper: Paper, five: list[Story], how: str
) -> None:
    compose(paper, lead=five[2], seconds=[five[0], five[1]])
    hide(five[2], how)
    assert shown(cleo, "lead") == "Story 0"
    assert shown(cleo, "seconds") == ["Story 1"]


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_what_readers_may_not_read_drops_out_everywhere(
    cleo: Client, paper: Paper, five: list[Story], how: str
) -> None:
    harbour = make_section()
    compose(paper, lead=five[4], seconds=[five[0]], picks=[five[0], five[1]], strips=[(harbour, 8)])
    hide(five[0], how)
    hide(five[1], how)
    page = cleo.get("/").content.decode()
    assert "Story 0" not in page
    assert "Story 1" not in page
    assert shown(cleo, "strips") == {"Harbour": ["Story 3", "Story 2"]}


def test_no_story_stands_twice(cleo: Client, paper: Paper, five: list[Story]) -> None:
    compose(paper, lead=five[4], seconds=[five[4], five[3], five[3]], strips=[(make_section(), 8)])
    assert shown(cleo, "seconds") == ["Story 3"]
    assert shown(cleo, "strips") == {"Harbour": ["Story 2", "Story 1", "Story 0"]}


def test_a_pick_that_was_made_twice_is_shown_once(cleo: Client, paper: Paper, five: list[Story]) -> None:
    compose(paper, picks=[five[1], five[0], five[1]])
    assert shown(cleo, "picks") == ["Story 1", "Story 0"]


def test_a_strip_fills_itself_with_the_newest(cleo: Client, paper: Paper, five: list[Story]) -> None:
    compose(paper, lead=five[4], strips=[(make_section(), 2)])
    assert shown(cleo, "strips") == {"Harbour": ["Story 3", "Story 2"]}
    make_story("Story 5")
    assert shown(cleo, "strips") == {"Harbour": ["Story 5", "Story 3"]}


def test_a_strip_holds_the_stories_of_nested_sections(cleo: Client, paper: Paper, five: list[Story]) -> None:
    harbour = make_section()
    make_story("Deep", section=make_section("Ferries", parent=harbour))
    make_story("Elsewhere", section=make_section("Harbourside"))
    compose(paper, lead=five[0], strips=[(harbour, 2)])
    assert shown(cleo, "strips") == {"Harbour": ["Deep", "Story 4"]}


def test_a_nested_section_may_have_a_strip(cleo: Client, paper: Paper, five: list[Story]) -> None:
    ferries = make_section("Ferries", parent=make_section())
    make_story("Deep", section=ferries)
    compose(paper, lead=five[0], strips=[(ferries, 4)])
    assert shown(cleo, "strips") == {"Ferries": ["Deep"]}


def test_a_strip_without_stories_is_not_there(cleo: Client, paper: Paper, five: list[Story]) -> None:
    compose(paper, strips=[(make_section("Council"), 4)])
    assert shown(cleo, "strips") == {}


def test_a_strip_of_a_section_that_was_withdrawn_is_not_there(
    cleo: Client, paper: Paper, five: list[Story]
) -> None:
    council = make_section("Council")
    make_story("Vote", section=council)
    compose(paper, lead=five[0], strips=[(council, 4)])
    council.unpublish()
    assert shown(cleo, "strips") == {}


def test_picks_stand_in_the_editors_order_on_the_front_and_beside_every_story(
    cleo: Client, paper: Paper, five: list[Story]
) -> None:
    compose(paper, picks=[five[3], five[0], five[2]])
    order = ["Story 3", "Story 0", "Story 2"]
    assert shown(cleo, "picks") == order
    for address in (five[1].url, "/harbour/"):
        assert [story.title for story in cleo.get(address).context["picks"]] == order


def test_a_pick_ends_when_its_time_is_over(cleo: Client, paper: Paper, five: list[Story]) -> None:
    now = timezone.now()
    compose(
        paper, picks=[(five[0], now - timedelta(minutes=1)), (five[1], now + timedelta(hours=1)), five[2]]
    )
    assert shown(cleo, "picks") == ["Story 1", "Story 2"]
    assert [story.title for story in cleo.get(five[3].url).context["picks"]] == ["Story 1", "Story 2"]


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_a_pick_that_readers_may_not_read_drops_out_beside_stories_too(
    cleo: Client, paper: Paper, five: list[Story], how: str
) -> None:
    compose(paper, picks=[five[0], five[1]])
    hide(five[0], how)
    assert [story.title for story in cleo.get(five[3].url).context["picks"]] == ["Story 1"]


def test_readers_see_the_front_page_that_was_published_and_no_draft_of_it(
    cleo: Client, paper: Paper, five: list[Story]
) -> None:
    compose(paper, lead=five[2])
    front = FrontPage.objects.get(pk=paper.front.pk)
    front.lead = five[0]
    front.save_revision()
    assert shown(cleo, "lead") == "Story 2"
    assert "Story 0" in front.get_latest_revision_as_object().make_preview_request().content.decode()
