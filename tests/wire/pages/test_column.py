"""The News Feed beside other pages, and breaking news over them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.edge.recording import recording
from broadsheet.edge.tags import tag_of
from broadsheet.news.models import Story
from broadsheet.wire.actions.breaking import end_breaking
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.freshness import BANNER, NEWEST
from broadsheet.wire.models import WireEvent
from broadsheet.wire.templatetags.wire_tags import IN_COLUMN, breaking_banner, news_feed
from tests.factories import Paper, make_item, make_section, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]


def read(cleo: Client, path: str) -> str:
    return cleo.get(path).content.decode()


def test_the_newest_items_stand_beside_a_story_and_on_the_front_page(cleo: Client, story: Story) -> None:
    old = timezone.now() - timedelta(hours=1)
    for number in range(IN_COLUMN):
        make_item(f"Boat {number} is in", posted_at=old + timedelta(minutes=number))
    make_item("The oldest boat is in", posted_at=old - timedelta(minutes=1))
    for path in (story.url, "/"):
        page = read(cleo, path)
        assert page.index("Boat 11 is in") < page.index("Boat 0 is in")
        assert "The oldest boat" not in page
        assert '<a href="/wire/">More news</a>' in page


def test_a_paper_without_items_has_no_column(cleo: Client, story: Story) -> None:
    assert "data-wire-list" not in read(cleo, story.url)


def test_a_draft_is_not_shown_and_a_retracted_item_says_that_it_was(cleo: Client, story: Story) -> None:
    make_item("Mayor resigns?", as_draft=True)
    retract_item(make_item("Mayor resigns"), reason="She has not.")
    page = read(cleo, story.url)
    assert "Mayor resigns" not in page
    assert "Retracted" in page
    assert "She has not." in page


def test_the_column_costs_one_query(paper: Paper, django_assert_num_queries) -> None:
    harbour = make_section()
    target = make_story(section=harbour)
    for number in range(3):
        make_item(f"Boat {number} is in", section=harbour, story=target)
    news_feed()
    with django_assert_num_queries(1):
        column = news_feed()
    assert column.count(target.headline) == 3


def test_the_column_knows_its_place_in_the_log(paper: Paper) -> None:
    make_item()
    assert f'data-wire-last="{WireEvent.objects.last_id()}"' in news_feed()


def test_the_column_and_its_items_are_noted_loosely(paper: Paper) -> None:
    item = make_item()
    with recording() as record:
        news_feed()
    assert record.tags == frozenset()
    assert {NEWEST, tag_of(item)} <= record.loose_tags


def test_a_linked_story_that_is_not_for_everybody_is_not_named(paper: Paper) -> None:
    hidden = make_story("The quiet inquiry", live=False)
    item = make_item("Inquiry opens", story=hidden)
    assert "The quiet inquiry" not in news_feed()
    assert "The quiet inquiry" not in item.events.get().payload["html"]


def test_breaking_news_stands_over_every_page_until_it_is_ended(cleo: Client, story: Story) -> None:
    item = make_item("Port closed to all ships", urgency="breaking")
    for path in ("/", story.url, "/corrections/", "/search/", "/wire/"):
        assert 'class="breaking"' in read(cleo, path), path
    end_breaking(item)
    page = read(cleo, story.url)
    assert 'class="breaking"' not in page
    assert "data-wire-banner></div>" in page


def test_a_page_with_breaking_news_is_right_until_its_time_runs_out(
    paper: Paper, django_assert_num_queries
) -> None:
    item = make_item("Port closed to all ships", urgency="breaking")
    with recording() as record, django_assert_num_queries(1):
        breaking_banner()
    assert BANNER in record.tags
    assert record.until == item.breaking_until.timestamp()


def test_a_page_that_is_not_there_asks_for_no_banner(cleo: Client, paper: Paper) -> None:
    make_item("Port closed to all ships", urgency="breaking")
    answer = cleo.get("/no/such/page/")
    assert answer.status_code == 404
    assert b"data-wire-banner data-wire-ask></div>" in answer.content
