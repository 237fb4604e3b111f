"""`/wire/` and the pages of its days."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.edge.recording import recording
from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.pin import pin_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.calendar import path_of, start_of
from broadsheet.wire.models import WireEvent
from broadsheet.wire.views.days import FEW
from tests.factories import Paper, make_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed", "paper")]

NOON = datetime(2024, 11, 23, 12, 0, tzinfo=timezone.get_default_timezone())
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(cleo: Client, path: str, status: int = 200) -> str:
    answer = cleo.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def live_blog(page: str) -> dict[str, Any]:
    found = JSON_LD.search(page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_today_stands_under_its_date_the_newest_first(cleo: Client) -> None:
    make_item("First boat is in")
    make_item("Second boat is in")
    page = read(cleo, "/wire/")
    assert f"{timezone.localdate():%-d %B %Y}" in page
    assert page.index("Second boat") < page.index("First boat")
    assert 'data-wire-list="today"' in page
    assert f'data-wire-last="{WireEvent.objects.last_id()}"' in page


def test_a_feed_without_items_is_a_page_all_the_same(cleo: Client) -> None:
    page = read(cleo, "/wire/")
    assert "Nothing has been posted yet." in page
    assert 'data-wire-last="0"' in page


def test_few_items_today_bring_the_day_before_and_a_busy_day_stands_alone(cleo: Client) -> None:
    make_item("A boat of old", posted_at=NOON)
    make_item("A boat is in")
    assert "A boat of old" in read(cleo, "/wire/")
    for number in range(FEW):
        make_item(f"Boat {number} is in")
    page = read(cleo, "/wire/")
    assert "A boat of old" not in page
    assert 'href="/wire/2024/11/23/"' in page


def test_the_page_of_today_is_right_until_midnight(cleo: Client) -> None:
    with recording() as record:
        read(cleo, "/wire/")
    assert record.until == start_of(timezone.localdate() + timedelta(days=1)).timestamp()


def test_a_pinned_item_stands_on_top(cleo: Client) -> None:
    pin_item(make_item("Where to sleep tonight", posted_at=NOON))
    make_item("A boat is in")
    page = read(cleo, "/wire/").partition("<main")[2]
    assert page.index("data-wire-pinned") < page.index("Where to sleep tonight") < page.index("A boat is in")


def test_a_day_leads_to_the_days_before_and_after_that_have_items(cleo: Client) -> None:
    for days in (0, 3, 8):
        make_item(f"Boat {days}", posted_at=NOON - timedelta(days=days))
    page = read(cleo, "/wire/2024/11/20/")
    assert "Boat 3" in page
    assert "Boat 0" not in page
    assert 'rel="prev" href="/wire/2024/11/15/"' in page
    assert 'rel="next" href="/wire/2024/11/23/"' in page


@pytest.mark.parametrize(
    "day", ["2024/11/22", "2199/01/01", "2025/02/31", "2024/13/01", "0000/01/01", "9999/12/31"]
)
def test_a_day_without_items_says_so(day: str, cleo: Client) -> None:
    page = read(cleo, f"/wire/{day}/", status=404)
    assert "Nothing was posted" in page or "There is no such day" in page
    assert '<a href="/wire/">Go to the News Feed</a>' in page


def test_a_late_item_belongs_to_the_day_of_the_newsroom(cleo: Client) -> None:
    late = make_item("Last boat", posted_at=start_of(NOON.date()) + timedelta(hours=23, minutes=59))
    assert path_of(NOON.date()) == "/wire/2024/11/23/"
    assert late.headline in read(cleo, "/wire/2024/11/23/")


def test_a_day_is_a_live_blog_to_search_engines(cleo: Client) -> None:
    make_item("A boat is in", body="<p>It carries <b>rock</b>.</p>", posted_at=NOON)
    correct_item(make_item("Two boats are in", posted_at=NOON), note="There were two, not three.")
    retract_item(make_item("Mayor resigns", posted_at=NOON), reason="She has not.")
    data = live_blog(read(cleo, "/wire/2024/11/23/"))
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"].startswith("2024-11-23T00:00:00")
    assert data["coverageEndTime"].startswith("2024-11-23T23:59:59")
    corrected, plain = data["liveBlogUpdate"]
    assert corrected["articleBody"] == "Two boats are in"
    assert corrected["correction"][0]["text"] == "There were two, not three."
    assert plain["articleBody"] == "It carries rock."
    assert plain["datePublished"].startswith("2024-11-23T12:00:00")


def test_a_day_costs_few_queries_however_many_items(
    cleo: Client, story: Story, django_assert_max_num_queries: Any
) -> None:
    for number in range(15):
        make_item(f"Boat {number}", posted_at=NOON, section=story.section, story=story)
    read(cleo, "/wire/2024/11/23/")
    with django_assert_max_num_queries(12):
        read(cleo, "/wire/2024/11/23/")
    with django_assert_max_num_queries(13):
        read(cleo, "/wire/")


def test_a_link_to_a_page_that_is_not_for_everybody_leads_nowhere(cleo: Client, draft: Story) -> None:
    make_item(body=f'<p>As <a linktype="page" id="{draft.pk}">reported</a>.</p>', posted_at=NOON)
    page = read(cleo, "/wire/2024/11/23/")
    assert "<a>reported</a>" in page
    assert draft.slug not in page


def test_words_cannot_become_markup(cleo: Client, paper: Paper) -> None:
    make_item("<script>alert(1)</script>", sources="<b>me</b>", posted_at=NOON)
    page = read(cleo, "/wire/2024/11/23/")
    assert "<script>alert" not in page
    assert "<b>me" not in page
