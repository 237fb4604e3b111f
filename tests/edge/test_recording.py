"""While a page is made, what it shows is written down by itself."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from broadsheet.edge.recording import (
    DEEP_SECONDS,
    Record,
    note,
    note_list,
    note_loosely,
    note_page,
    note_until,
    recording,
    unnoted,
)
from broadsheet.edge.tags import LISTS
from broadsheet.news.models import Author, Story
from tests.factories import make_author, make_story

pytestmark = pytest.mark.usefixtures("unindexed")


def test_what_is_read_from_the_database_is_noted(story: Story) -> None:
    with recording() as record:
        Story.objects.get(pk=story.pk)
        list(Author.objects.all())
    assert {
        f"page:{story.pk}",
        *(f"news.author:{author.pk}" for author in Author.objects.all()),
    } <= record.tags


def test_what_is_joined_is_noted(story: Story) -> None:
    with recording() as record:
        Story.objects.select_related("section").get(pk=story.pk)
    assert f"page:{story.section_id}" in record.tags


def test_what_is_prefetched_is_noted(story: Story) -> None:
    with recording() as record:
        list(Story.objects.prefetch_related("bylines__author"))
    assert f"news.author:{story.bylines.get().author_id}" in record.tags


def test_what_is_read_afterwards_is_not_noted(db: None) -> None:
    with recording() as record:
        pass
    make_author("Ada Quill")
    note("page:1")
    note_list("stories")
    note_page(2)
    note_until(datetime.now(UTC))
    note_loosely("wire")
    with unnoted():
        pass
    assert record == Record()


def test_one_recording_within_another_keeps_to_itself() -> None:
    with recording() as outer:
        with recording() as inner:
            note("page:1")
        note("page:2")
    assert (inner.tags, outer.tags) == (frozenset({"page:1"}), frozenset({"page:2"}))


def test_pages_made_at_once_do_not_mix() -> None:
    def make(number: int) -> frozenset[str]:
        with recording() as record:
            for _ in range(5):
                note(f"page:{number}")
                time.sleep(0.001)
        return record.tags

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(make, range(8))) == [{f"page:{number}"} for number in range(8)]


def test_a_view_that_raises_ends_the_recording() -> None:
    with pytest.raises(ZeroDivisionError), recording() as record:
        raise ZeroDivisionError
    note("page:1")
    assert record.tags == frozenset()


def test_the_first_end_counts() -> None:
    now = datetime.now(UTC)
    with recording() as record:
        note_until(now + timedelta(hours=2))
        note_until(None)
        note_until(now + timedelta(hours=1))
        note_until(now + timedelta(hours=3))
    assert record.until == (now + timedelta(hours=1)).timestamp()


def test_a_list_is_noted_as_one_of_the_lists() -> None:
    with recording() as record:
        note_list("below:7")
    assert record.tags == {"below:7", LISTS}


def test_the_first_page_of_a_list_stands_until_the_list_changes() -> None:
    with recording() as record:
        note_list("below:7")
        note_page(1)
    assert record.paged
    assert record.until is None
    assert "below:7" in record.tags


def test_a_further_page_of_a_list_stands_for_a_minute() -> None:
    with recording() as record:
        note_list("below:7")
        note("page:3")
        note_page(2)
    assert record.until == pytest.approx(time.time() + DEEP_SECONDS, abs=5)
    assert record.tags == {"page:3", LISTS}


def test_a_further_page_is_old_when_a_story_on_it_changes(story: Story) -> None:
    other = make_story("Fog closes the port")
    with recording() as record:
        list(Story.objects.published().newest().for_cards())
        note_page(2)
    assert {f"page:{story.pk}", f"page:{other.pk}"} <= record.tags


def test_what_may_be_a_minute_old_is_noted_apart() -> None:
    with recording() as record:
        note("page:1")
        note_loosely("wire", "wire.item:5")
    assert record.tags == {"page:1"}
    assert record.loose_tags == {"wire", "wire.item:5"}


def test_what_is_noted_in_both_ways_may_not_be_old() -> None:
    with recording() as record:
        note_loosely("wire", "page:1")
        note("wire")
    assert record.tags == {"wire"}
    assert record.loose_tags == {"page:1"}


def test_instances_are_not_noted_where_nobody_shall_note_them(story: Story) -> None:
    other = make_story("Fog closes the port")
    with recording() as record:
        with unnoted():
            list(Story.objects.filter(pk=story.pk))
            note("page:1")
        Story.objects.get(pk=other.pk)
    assert f"page:{story.pk}" not in record.tags
    assert {"page:1", f"page:{other.pk}"} <= record.tags


def test_what_raises_where_nothing_is_noted_ends_that(story: Story) -> None:
    with recording() as record:
        with pytest.raises(ZeroDivisionError), unnoted():
            raise ZeroDivisionError
        Story.objects.get(pk=story.pk)
    assert f"page:{story.pk}" in record.tags
