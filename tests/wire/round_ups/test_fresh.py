"""Stored pages follow round-ups, and what was retracted is on no page that is kept."""

from __future__ import annotations

from datetime import date

import pytest

from broadsheet.edge.store.store import Store
from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.publish_round_up import publish_round_up
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.models import Series, WireItem
from tests.edge.asking import Reader
from tests.edge.conftest import reader, stored
from tests.factories import make_series, make_story
from tests.wire.round_ups.conftest import DAY, at, key_item
from tests.wire.round_ups.test_latest import card_of

__all__ = ["reader", "stored"]

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]

EXCERPT = "Key developments on November 23: *"


def test_pages_follow_a_round_up_and_its_items(reader: Reader, stored: Store) -> None:
    series, strike = make_series(), key_item("Pilots strike at midnight")
    pointing = make_story("Pointing", body=[card_of(series), ("text", "<p>See.</p>")])
    addresses = ("/harbour/", "/feed.xml", pointing.url)

    def shown() -> list[bool]:
        # Not in the News Feed's column, which has the item as well.
        return [f"{EXCERPT} Pilots strike" in reader.get(address).text for address in addresses]

    assert shown() == [False, False, False]

    publish_round_up(first := make_round_up(series, day=DAY))
    assert shown() == [True, True, True]

    correct_item(strike, headline="Pilots vote to strike", note="Not yet.")
    story = Story.objects.get(pk=first.story_id)
    page = reader.get(story.url).text
    assert "(corrected " in page
    assert f"{EXCERPT} Pilots vote to strike" in reader.get(pointing.url).text

    _publish_the_day_after(series)
    assert "November 24: * Talks open" in reader.get(pointing.url).text

    Story.objects.get(title__endswith="Talks open").unpublish()
    assert f"{EXCERPT} Pilots vote to strike" in reader.get(pointing.url).text


def test_of_what_was_retracted_no_page_is_kept_even_for_an_outage(reader: Reader, stored: Store) -> None:
    series, strike = make_series(title_pattern="{name}"), key_item("Pilots strike at midnight")
    publish_round_up(round_up := make_round_up(series, day=DAY))
    pointing = make_story("Pointing", body=[card_of(series), ("text", "<p>See.</p>")])
    story = Story.objects.get(pk=round_up.story_id)
    addresses = (story.url, pointing.url, "/harbour/", "/", "/feed.xml")
    assert all("Pilots strike" in reader.get(address).text for address in addresses)

    retract_item(WireItem.objects.get(pk=strike.pk), reason="No strike.")

    kept = [path for path in stored.folder.rglob("*") if path.is_file() and ".index" not in path.parts]
    assert [path.name for path in kept if b"Pilots strike" in path.read_bytes()] == []
    assert not any("Pilots strike" in reader.get(address).text for address in addresses)


def _publish_the_day_after(series: Series) -> None:
    day = date(2026, 11, 24)
    key_item("Talks open", posted_at=at(10, day=day))
    publish_round_up(make_round_up(series, day=day))
