"""An item's own page."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from tests.factories import make_item, make_topic, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed", "paper")]


def read(cleo: Client, path: str) -> str:
    answer = cleo.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_item_has_a_page_of_its_own(cleo: Client, story: Story) -> None:
    item = make_item(
        "Ferry to Hesk cancelled",
        body="No boat until Monday.",
        section=story.section,
        topics=[make_topic("Ferries")],
        story=story,
        sources="Hesk Line",
    )
    page = read(cleo, item.get_absolute_url())
    assert '<h1 class="wire-item__headline">Ferry to Hesk cancelled</h1>' in page
    for part in (
        "No boat until Monday.",
        "Ferries",
        story.headline,
        "Source: Hesk Line",
        'href="/wire/in/harbour/"',
    ):
        assert part in page
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])
    assert (data["@type"], data["articleBody"]) == ("NewsArticle", "No boat until Monday.")


def test_its_time_is_told_as_html_knows_times(cleo: Client) -> None:
    page = read(cleo, make_item("Ferry to Hesk cancelled").get_absolute_url())
    times = re.findall(r'<time datetime="([^"]*)"', page)
    assert times
    # HTML has three digits of a second at most, and a database six.
    assert [time for time in times if re.search(r"\.\d{4}", time)] == []
    assert any(re.search(r"T\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$", time) for time in times)


def test_a_corrected_item_says_what_was_wrong(cleo: Client) -> None:
    item = make_item("Ferry to Hesk cancelled")
    correct_item(item, note="It is the ferry to Skarn.", headline="Ferry to Skarn cancelled")
    page = read(cleo, item.get_absolute_url())
    assert "Ferry to Hesk" not in page
    assert "It is the ferry to Skarn." in page


def test_a_retracted_item_says_so_and_is_kept_from_search_engines(cleo: Client) -> None:
    item = make_item("Mayor resigns", body="Tonight.")
    retract_item(item, reason="She has not.")
    page = read(cleo, item.get_absolute_url())
    assert "Mayor resigns" not in page
    assert "Tonight." not in page
    assert "She has not." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "ld+json" not in page


def test_what_readers_must_not_see_is_not_found(cleo: Client) -> None:
    draft, withdrawn = make_item(as_draft=True), make_item()
    withdraw_item(withdrawn)
    for path in (draft.get_absolute_url(), withdrawn.get_absolute_url(), "/wire/items/999999/"):
        assert cleo.get(path).status_code == 404
    assert cleo.get(f"/wire/items/{'9' * 40}/").status_code == 404


def test_an_item_leads_to_its_neighbours_and_its_day(cleo: Client) -> None:
    now = timezone.now()
    first = make_item("First boat", posted_at=now - timedelta(hours=2))
    second = make_item("Second boat", posted_at=now - timedelta(hours=1))
    make_item("Hidden boat", posted_at=now - timedelta(hours=1), as_draft=True)
    third = make_item("Third boat", posted_at=now)
    page = read(cleo, second.get_absolute_url())
    assert f'rel="prev" href="{first.get_absolute_url()}"' in page
    assert f'rel="next" href="{third.get_absolute_url()}"' in page
    assert f"/#wire-{second.pk}" in page


def test_only_staff_who_may_change_it_find_the_way_into_the_desk(ben: User, dan: User) -> None:
    item = make_item()
    edit = f"/desk/wire/{item.pk}/edit/"
    for user, may in ((ben, True), (dan, False)):
        page = read(sign_in(user), item.get_absolute_url())
        assert (edit in page) is may
