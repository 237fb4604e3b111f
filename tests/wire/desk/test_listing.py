"""“News Feed” in the desk's menu."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import Paper, make_item, make_section, sign_in
from tests.wire.desk.box import soup


def listed(user: User, **asked: Any) -> list[str]:
    """The headlines that the listing shows."""
    page = soup(sign_in(user).get("/desk/wire/", asked))
    return [title.get_text(strip=True) for title in page.select("tbody .title-wrapper")]


def test_the_menu_leads_to_every_item_the_newest_first(ben: User, paper: Paper) -> None:
    make_item("Yesterday", posted_at=timezone.now() - timedelta(days=1))
    make_item("Kept", as_draft=True)
    make_item("Now", section=make_section())
    assert listed(ben) == ["Now", "Kept", "Yesterday"]
    assert "/desk/wire/" in sign_in(ben).get("/desk/").content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "draft"}, "Draft"),
        ({"urgency": "notable"}, "Notable"),
        ({"is_key": "true"}, "Key"),
        ({"q": "harb"}, "Of the harbour"),
    ],
)
def test_the_listing_is_filtered(ben: User, asked: dict[str, str], found: str) -> None:
    make_item("Draft", as_draft=True)
    make_item("Notable", urgency="notable")
    make_item("Key", is_key=True)
    make_item("Of the harbour")
    assert listed(ben, **asked) == [found]


def test_the_listing_is_filtered_by_section_and_day(ben: User, paper: Paper) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    make_item("Now")
    make_item("Then", section=make_section(), posted_at=yesterday)
    assert listed(ben, section=make_section().pk) == ["Then"]
    assert listed(ben, day=timezone.localdate(yesterday).isoformat()) == ["Then"]


def test_a_reporter_sees_their_own_drafts_alone(ada: User, ben: User) -> None:
    make_item("Ben's", by=ben, as_draft=True)
    make_item("Ada's", by=ada, as_draft=True)
    assert listed(ada) == ["Ada's"]
    assert sorted(listed(ben)) == ["Ada's", "Ben's"]


def test_a_headline_leads_to_what_may_be_done(ada: User, ben: User) -> None:
    theirs, mine = make_item("Theirs", by=ben), make_item("Mine", by=ada)
    page = soup(sign_in(ada).get("/desk/wire/"))
    links = [title.a["href"] for title in page.select(".title-wrapper")]
    assert links == [f"/desk/wire/{mine.pk}/edit/", f"/desk/wire/{theirs.pk}/history/"]


def test_a_longer_listing_costs_no_more_queries(ben: User) -> None:
    desk = sign_in(ben)
    make_item()
    desk.get("/desk/wire/")
    costs = []
    for more in (0, 5):
        for number in range(more):
            make_item(f"Item {number}", by=ben)
        with CaptureQueriesContext(connection) as asked:
            desk.get("/desk/wire/")
        costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("address", ["new/", "add/", "{pk}/", "edit/{pk}/", "delete/{pk}/", "usage/{pk}/"])
def test_no_way_leads_past_the_log(ben: User, address: str) -> None:
    item = make_item()
    assert sign_in(ben).post("/desk/wire/" + address.format(pk=item.pk), {}).status_code == 404
