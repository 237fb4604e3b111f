"""A series on a day with key developments."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from broadsheet.news.models import Story
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.publish_round_up import publish_round_up
from broadsheet.wire.models import RoundUp, Series, WireItem
from tests.factories import Paper, make_item, make_series

DAY = date(2026, 11, 23)


def at(hour: int, minute: int = 0, *, day: date = DAY) -> datetime:
    """That time of day by the newsroom's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("UTC"))


def key_item(headline: str, *, posted_at: datetime | None = None, **fields: Any) -> WireItem:
    """A key development of the day."""
    return make_item(headline, is_key=True, posted_at=posted_at or at(9, 12), **fields)


Committed = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committed:
    """What is done within is followed as after its commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def series(paper: Paper) -> Series:
    """Harbour latest."""
    return make_series()


@pytest.fixture
def strike(paper: Paper) -> WireItem:
    return key_item("Pilots strike at midnight", urgency="notable", posted_at=at(8, 5))


@pytest.fixture
def ferry(paper: Paper) -> WireItem:
    return key_item("Ferry to Hesk cancelled")


@pytest.fixture
def round_up(series: Series, strike: WireItem, ferry: WireItem) -> RoundUp:
    """The draft of the day, which names both items."""
    return make_round_up(series, day=DAY)


@pytest.fixture
def published(round_up: RoundUp) -> Story:
    """The day's round-up as readers have it."""
    publish_round_up(round_up)
    return Story.objects.get(pk=round_up.story_id)
