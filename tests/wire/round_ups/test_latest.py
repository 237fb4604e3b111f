"""The card of a series points at its newest round-up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction, ReferenceIndex

from broadsheet.news.models import Story
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.publish_round_up import publish_round_up
from broadsheet.wire.models import Series, WireItem
from tests.factories import make_picture, make_section, make_series, make_story
from tests.wire.round_ups.conftest import at, key_item

pytestmark = pytest.mark.usefixtures("unindexed")

NEXT = date(2026, 11, 24)


def card_of(series: Series) -> tuple[str, Any]:
    return ("latest_of_series", {"series": series.pk})


@pytest.fixture
def pointing(series: Series) -> Story:
    """A story with the card."""
    return make_story("Under test", body=[("text", "<p>See.</p>"), card_of(series)])


@pytest.fixture
def newest(published: Story, series: Series) -> Story:
    """The round-up of the day after."""
    key_item("Talks open", posted_at=at(10, day=NEXT))
    round_up = make_round_up(series, day=NEXT)
    publish_round_up(round_up)
    return Story.objects.get(pk=round_up.story_id)


def cards(client: Client, story: Story, selector: str = "aside.related a") -> list[Any]:
    soup = BeautifulSoup(client.get(story.url).content, "html.parser")
    return [link["href"] for link in soup.select(selector)]


def test_it_is_the_card_of_a_related_story(cleo: Client, pointing: Story, published: Story) -> None:
    story = Story.objects.get(pk=published.pk)
    story.lead_picture = make_picture("Mole")
    story.save_revision().publish()
    fixed = make_story("Fixed", body=[("related_story", {"story": published.pk})])
    shown = [
        str(BeautifulSoup(cleo.get(one.url).content, "html.parser").select_one("aside.related"))
        for one in (pointing, fixed)
    ]
    assert shown[0] == shown[1]
    assert "Key developments on November 23: *" in shown[0]
    assert "<img" in shown[0]


def test_the_newest_takes_the_place_of_the_one_before(
    cleo: Client, pointing: Story, published: Story, newest: Story
) -> None:
    assert cards(cleo, pointing) == [newest.url]


def test_before_there_is_one_there_is_no_card(cleo: Client, pointing: Story, round_up: object) -> None:
    assert cards(cleo, pointing) == []


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_one_that_nobody_may_read_gives_way_to_the_one_before(
    cleo: Client, pointing: Story, published: Story, newest: Story, how: str
) -> None:
    if how == "private":
        PageViewRestriction.objects.create(page=newest.page_ptr, restriction_type="login")
    elif how == "deleted":
        newest.delete()
    else:
        newest.unpublish()
    assert cards(cleo, pointing) == [published.url]


def test_on_the_page_of_the_newest_it_is_the_one_before(
    cleo: Client, published: Story, newest: Story, series: Series
) -> None:
    story = Story.objects.get(pk=newest.pk)
    story.body.append(("latest_of_series", {"series": series.pk}))
    story.save_revision().publish()
    assert cards(cleo, newest) == [published.url]


def test_on_a_plain_page_and_in_a_feed_it_is_there_too(
    cleo: Client, pointing: Story, published: Story
) -> None:
    assert f'{published.url}"' in cleo.get("/feed.xml").content.decode().replace("&quot;", '"')


def test_cards_of_two_series_do_not_mix(cleo: Client, pointing: Story, published: Story) -> None:
    other = make_series("Council latest", section=make_section("Council"))
    key_item("Budget passed", posted_at=at(12))
    round_up = make_round_up(other, day=date(2026, 11, 23))
    publish_round_up(round_up)
    both = make_story(
        "Both", body=[card_of(other), ("heading", "x"), *[("latest_of_series", pointing.body[1].value)]]
    )
    assert cards(cleo, both) == [Story.objects.get(pk=round_up.story_id).url, published.url]


def test_the_desk_knows_where_a_series_is_used(pointing: Story, series: Series) -> None:
    ReferenceIndex.create_or_update_for_object(pointing)
    assert [reference.object_id for reference in ReferenceIndex.get_references_to(series)] == [
        str(pointing.pk)
    ]


def test_a_card_of_a_series_that_is_gone_is_not_there(
    cleo: Client, pointing: Story, strike: WireItem
) -> None:
    Series.objects.all().delete()
    assert cards(cleo, pointing) == []
