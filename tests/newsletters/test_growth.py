"""Who joined and who left, by the newsroom's days and weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from broadsheet.newsletters.growth.counting import growth_of
from broadsheet.newsletters.growth.spans import DAY, WEEK, Span, span_of
from broadsheet.newsletters.models import Subscription
from tests.factories import make_newsletter, make_subscriber

pytestmark = pytest.mark.django_db
FIRST = date(2026, 3, 28)


@pytest.fixture
def tide(settings):
    settings.TIME_ZONE = "Europe/Kyiv"
    return make_newsletter()


def reader(
    name: str, newsletter, *, joined: datetime | None, left: datetime | None = None, state: str = "active"
):
    make_subscriber(f"{name}@quay.example", newsletters=[newsletter], state=state)
    newest = Subscription.objects.order_by("-pk")[:1]
    Subscription.objects.filter(pk=newest[0].pk).update(confirmed_at=joined, left_at=left)


def test_each_counts_on_the_newsrooms_day(tide):
    # In Kyiv the clocks go forward on 29 March: 21:30 UTC is 23:30 on the 28th, and 00:30 on the 30th a day later.
    reader("ada", tide, joined=datetime(2026, 3, 28, 21, 30, tzinfo=UTC))
    reader("ben", tide, joined=datetime(2026, 3, 29, 21, 30, tzinfo=UTC))
    reader(
        "cleo",
        tide,
        joined=datetime(2020, 1, 1, tzinfo=UTC),
        left=datetime(2026, 3, 29, 9, tzinfo=UTC),
        state="left",
    )
    # Left once, and came back; asked and never confirmed; had left the old list, nobody knows when.
    reader(
        "dan", tide, joined=datetime(2026, 3, 30, 9, tzinfo=UTC), left=datetime(2026, 3, 28, 9, tzinfo=UTC)
    )
    reader("elin", tide, joined=None, state="pending")
    reader("finn", tide, joined=None, left=datetime(2026, 3, 29, 9, tzinfo=UTC), state="left")
    # A list that was brought along says that they left before they came.
    reader(
        "hal",
        tide,
        joined=datetime(2026, 3, 29, tzinfo=UTC),
        left=datetime(2026, 3, 28, tzinfo=UTC),
        state="left",
    )
    reader("gil", make_newsletter("Another"), joined=datetime(2026, 3, 29, 9, tzinfo=UTC))
    growth = growth_of(tide, Span(FIRST, FIRST + 2 * DAY, DAY))
    assert (growth.joined, growth.left, growth.net) == ([1, 0, 2], [0, 1, 0], [1, -1, 2])
    assert growth.totals == [2, 1, 3]


def test_weeks_begin_on_monday_and_reach_back_to_the_first_reader(tide):
    today = date.today()  # noqa: DTZ011  # to the week
    reader("ada", tide, joined=datetime.now(UTC) - timedelta(weeks=60))
    for choice, weeks in (("365", 53), ("all", 61)):
        span = span_of(choice, tide)
        assert span.length == WEEK
        assert {day.weekday() for day in span.days} == {0}
        assert len(span.days) in (weeks, weeks + 1)
        assert abs((span.last - today).days) < 8
    assert sum(growth_of(tide, span_of("all", tide)).joined) == 1


def test_a_plot_costs_three_queries(tide, django_assert_num_queries):
    span = span_of("90", tide)
    with django_assert_num_queries(3):
        assert growth_of(tide, span).totals == [0] * 90
