"""The clock makes the day's round-up at the hour of its series, once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import LazySettings

from broadsheet.news.models import Story
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.models import RoundUp, Series, WireItem
from broadsheet.wire.round_ups import hours
from broadsheet.wire.round_ups.hours import keep_hours
from tests.factories import make_series
from tests.wire.round_ups.conftest import DAY, at, key_item

pytestmark = pytest.mark.usefixtures("unindexed")


@pytest.fixture
def evening(ferry: WireItem) -> Series:
    """A series at six, on a day with a key development."""
    return make_series("Evening", hour=18)


def test_it_is_drafted_at_its_hour_and_once(evening: Series) -> None:
    assert keep_hours(at(17, 59)) == 0
    assert keep_hours(at(18)) == 1
    assert keep_hours(at(18, 1)) == 0
    round_up = RoundUp.objects.get()
    assert (round_up.day, round_up.story.live, round_up.story.owner) == (DAY, False, None)


def test_it_is_made_again_on_the_next_day(evening: Series) -> None:
    keep_hours(at(18))
    key_item("Talks open", posted_at=at(10, day=date(2026, 11, 24)))
    assert keep_hours(at(18, day=date(2026, 11, 24))) == 1


def test_an_hour_that_was_missed_is_kept_on_the_same_day_only(evening: Series) -> None:
    assert keep_hours(at(8, day=date(2026, 11, 24))) == 0
    assert keep_hours(at(23, 50)) == 1


def test_a_series_may_publish_itself(ferry: WireItem) -> None:
    make_series(hour=18, publishes_itself=True)
    keep_hours(at(18))
    assert Story.objects.published().get().excerpt.startswith("Key developments on November 23:")


def test_what_an_editor_made_before_is_left_to_the_editor(evening: Series) -> None:
    Series.objects.update(publishes_itself=True)
    make_round_up(evening, day=DAY)
    assert keep_hours(at(18)) == 0
    assert not Story.objects.get().live


def test_a_draft_that_was_deleted_does_not_come_back(evening: Series) -> None:
    keep_hours(at(18))
    Story.objects.get().delete()
    assert keep_hours(at(19)) == 0
    assert not RoundUp.objects.exists()


def test_a_day_without_developments_is_looked_at_again_an_hour_later(paper: object) -> None:
    make_series(hour=18)
    assert keep_hours(at(18)) == 0
    key_item("Late", posted_at=at(18, 20))
    assert keep_hours(at(18, 30)) == 0
    assert keep_hours(at(19)) == 1


def test_one_that_fails_holds_up_no_other_and_is_tried_again(
    evening: Series, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_series("Broken", hour=17)
    make = hours.make_round_up

    def fragile(series: Series, **given: Any) -> RoundUp:
        if series.name == "Broken":
            raise RuntimeError("no ink")
        return make(series, **given)

    with monkeypatch.context() as patch:
        patch.setattr(hours, "make_round_up", fragile)
        assert keep_hours(at(18)) == 1
    assert "round_up_failed" in {getattr(record, "event", "") for record in caplog.records}
    assert keep_hours(at(18)) == 0
    assert keep_hours(at(18, 1)) == 1


@pytest.mark.parametrize(
    ("hour", "moments"),
    [
        # Clocks go from 2:00 to 3:00 on March 28, 2027, and from 3:00 back to 2:00 on October 31.
        (2, [datetime(2027, 3, 28, 0, 59, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)]),
        (2, [datetime(2027, 10, 30, 23, 59, tzinfo=UTC), datetime(2027, 10, 31, 0, 0, tzinfo=UTC)]),
    ],
)
def test_an_hour_that_is_not_or_is_twice_makes_one(
    paper: object, settings: LazySettings, hour: int, moments: list[datetime]
) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    make_series(hour=hour)
    day = moments[1].date()
    WireItem.objects.bulk_create(
        [WireItem(headline="Night", is_key=True, state="live", posted_at=moments[0])]
    )
    before, after = moments
    assert keep_hours(before) == 0
    assert keep_hours(after) == 1
    assert keep_hours(after.replace(hour=after.hour + 1)) == 0
    assert RoundUp.objects.get().day == day


def test_a_series_without_an_hour_is_left_alone(series: Series, ferry: WireItem) -> None:
    assert keep_hours(at(23)) == 0
