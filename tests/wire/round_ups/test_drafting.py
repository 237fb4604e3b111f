"""A round-up is drafted from the day's key developments."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection

from broadsheet.news.models import Story
from broadsheet.wire.actions.add_developments import add_developments, developments_left_out
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.models import RoundUp, Series, WireItem
from broadsheet.wire.round_ups.lines import named_in
from tests.factories import make_item, make_section, make_series
from tests.wire.round_ups.conftest import DAY, at, key_item

pytestmark = pytest.mark.usefixtures("unindexed")


def headlines(story: Story) -> list[str]:
    """The items named in the story's latest draft, in order."""
    [block] = story.get_latest_revision_as_object().body
    return [line["item"].headline for line in block.value["lines"]]


def test_it_is_a_draft_in_the_section_of_its_series(round_up: RoundUp, series: Series) -> None:
    story = round_up.story
    assert (story.live, story.section, story.title) == (
        False, series.section, "Harbour latest: Pilots strike at midnight",
    )  # fmt: skip
    assert story.get_latest_revision() is not None


def test_the_most_important_comes_first(series: Series, strike: WireItem, ferry: WireItem) -> None:
    key_item("Breakwater gives way", urgency="breaking", posted_at=at(7))
    story = make_round_up(series, day=DAY).story
    assert headlines(story) == ["Breakwater gives way", strike.headline, ferry.headline]


def test_only_key_developments_of_the_day_that_stand_are_named(series: Series, ferry: WireItem) -> None:
    make_item("Not key", posted_at=at(10))
    key_item("Yesterday", posted_at=at(23, day=DAY.replace(day=22)))
    key_item("Draft", as_draft=True)
    assert headlines(make_round_up(series, day=DAY).story) == [ferry.headline]


def test_a_series_may_keep_to_its_section(ferry: WireItem) -> None:
    series = make_series(of_section_only=True)
    inside = key_item("Crane down", section=make_section("Ferries", parent=make_section()))
    assert headlines(make_round_up(series, day=DAY).story) == [inside.headline]


def test_without_key_developments_nothing_is_made(series: Series) -> None:
    with pytest.raises(ValidationError, match="No key developments on November 23 yet"):
        make_round_up(series, day=DAY)
    assert not Story.objects.exists()
    assert not RoundUp.objects.exists()


def test_asked_again_it_is_the_same(round_up: RoundUp, series: Series) -> None:
    assert make_round_up(series, day=DAY) == round_up
    assert Story.objects.count() == 1


def test_what_came_since_is_added_under_the_others(round_up: RoundUp, ben: User) -> None:
    late = key_item("Talks open", posted_at=at(20))
    assert developments_left_out(round_up) == [late]
    assert add_developments(round_up, by=ben) == 1
    story = Story.objects.get(pk=round_up.story_id)
    assert headlines(story)[-1] == "Talks open"
    assert add_developments(round_up, by=ben) == 0


def test_what_is_added_is_not_published(round_up: RoundUp, published: Story) -> None:
    late = key_item("Talks open", posted_at=at(20))
    add_developments(round_up)
    assert late.pk not in named_in(Story.objects.get(pk=published.pk).body.raw_data)


def test_an_editor_with_a_byline_signs_it(series: Series, ferry: WireItem, ada: User, ben: User) -> None:
    [author] = make_round_up(series, day=DAY, by=ada).story.authors
    assert author.user == ada
    other = make_round_up(make_series("Evening"), day=DAY, by=ben).story
    assert (other.authors, other.owner) == ([], ben)


def test_the_title_has_room_for_no_more_than_a_title_holds(ferry: WireItem) -> None:
    series = make_series(title_pattern="{top} " * 20)
    key_item("x" * 100 + " " + "y" * 99, urgency="breaking")
    title = make_round_up(series, day=DAY).story.title
    assert len(title) <= 255
    assert title.endswith("…")


def test_a_headline_that_looks_like_a_pattern_is_left_alone(series: Series) -> None:
    key_item("Port asks for {name} and {0.__class__}", urgency="breaking")
    assert make_round_up(series, day=DAY).story.title.endswith("for {name} and {0.__class__}")


@pytest.mark.parametrize(
    "pattern", ["{nmae}", "{name", "name}", "{}", "{0}", "{name.x}", "{name!r}", "{{top}}", " "]
)
def test_a_pattern_that_asks_for_what_there_is_not_is_refused(series: Series, pattern: str) -> None:
    series.title_pattern = pattern
    with pytest.raises(ValidationError) as refused:
        series.full_clean()
    assert "{name} is the series" in str(refused.value) or "blank" in str(refused.value)


def test_a_pattern_knows_the_day(ferry: WireItem) -> None:
    series = make_series(title_pattern="Harbour, {date}")
    assert make_round_up(series, day=DAY).story.title == "Harbour, November 23"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_the_same_instant_make_one() -> None:
    series = make_series()
    key_item("Ferry to Hesk cancelled")
    start = threading.Barrier(2)

    def work(_: int) -> int:
        start.wait(timeout=10)
        try:
            return make_round_up(series, day=DAY).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        assert len(set(workers.map(work, range(2)))) == 1
    assert (Story.objects.count(), RoundUp.objects.count()) == (1, 1)
