"""The card that points at another story shows it as it is now, or not at all."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import PageViewRestriction

from broadsheet.news.checks import check_story
from broadsheet.news.models import Story
from tests.factories import make_picture, make_story, related_card

pytestmark = pytest.mark.usefixtures("unindexed")


@pytest.fixture
def pointing(story: Story) -> Story:
    """A story with a card for `story`."""
    return make_story("Under test", body=[("text", "<p>See this.</p>"), related_card(story)])


def card(client: Client, story: Story) -> Tag | None:
    response = client.get(story.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("aside.related")


def change(story: Story, **fields: object) -> None:
    fresh = Story.objects.get(pk=story.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    fresh.save_revision().publish()


def hide(story: Story, how: str) -> None:
    fresh = Story.objects.get(pk=story.pk)
    if how == "private":
        PageViewRestriction.objects.create(page=fresh, restriction_type="login")
    elif how == "in a private section":
        PageViewRestriction.objects.create(page=fresh.section, restriction_type="login")
    elif how == "deleted":
        fresh.delete()
    else:
        fresh.unpublish()


def test_a_card_links_its_target_with_headline_and_excerpt(
    cleo: Client, story: Story, pointing: Story
) -> None:
    shown = card(cleo, pointing)
    assert shown is not None
    assert shown.a is not None
    assert (shown.a["href"], shown.a.get_text()) == (story.url, story.headline)
    assert story.excerpt in shown.get_text()


def test_a_card_follows_its_target_at_once(cleo: Client, story: Story, pointing: Story) -> None:
    picture = make_picture("Gale")
    change(story, title="Ferry sails again", standfirst="It sails.", lead_picture=picture, slug="sails")
    shown = card(cleo, pointing)
    assert shown is not None
    assert shown.a is not None
    assert (shown.a["href"], shown.a.get_text()) == ("/harbour/sails/", "Ferry sails again")
    assert "It sails." in shown.get_text()
    assert shown.img is not None
    assert "gale" in str(shown.img["src"])


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_the_card_of_what_readers_may_not_read_vanishes(
    cleo: Client, story: Story, pointing: Story, how: str
) -> None:
    hide(story, how)
    assert card(cleo, pointing) is None
    assert story.headline not in cleo.get(pointing.url).content.decode()


@pytest.mark.parametrize("how", ["unpublished", "private", "in a private section"])
def test_editors_are_told_of_a_card_that_readers_cannot_see(story: Story, pointing: Story, how: str) -> None:
    assert check_story(pointing) == []
    hide(story, how)
    [finding] = check_story(Story.objects.get(pk=pointing.pk))
    assert "readers cannot see" in finding.problem
    assert finding.place == story.headline


def test_editors_are_told_of_a_card_whose_story_is_gone(story: Story, pointing: Story) -> None:
    hide(story, "deleted")
    [finding] = check_story(Story.objects.get(pk=pointing.pk))
    assert "is gone" in finding.problem


def test_a_withdrawn_story_that_comes_back_has_its_card_again(
    cleo: Client, story: Story, pointing: Story
) -> None:
    hide(story, "unpublished")
    change(story)
    assert card(cleo, pointing) is not None


def test_a_story_may_point_at_itself_and_at_one_that_points_back(
    cleo: Client, story: Story, pointing: Story
) -> None:
    fresh = Story.objects.get(pk=story.pk)
    fresh.body.extend(
        [("related_story", {"story": pointing.page_ptr}), ("related_story", {"story": fresh.page_ptr})]
    )
    fresh.save_revision().publish()
    assert card(cleo, story) is not None
    assert card(cleo, pointing) is not None
