"""Post an item: it is on every open page within a second."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.news.models import Section, Story, Topic
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.text import checked_body, checked_headline, checked_line
from broadsheet.wire.turn import in_turn

BREAKING_FOR = timedelta(hours=3)
AHEAD = timedelta(minutes=5)  # that a clock may be wrong
LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)  # before it a time zone may lead out of the calendar
Urgency = WireItem.Urgency


def post_item(
    headline: str,
    *,
    by: User | None = None,
    body: str = "",
    section: Section | None = None,
    topics: Iterable[Topic] = (),
    story: Story | None = None,
    sources: str = "",
    posted_at: datetime | None = None,
    urgency: str = Urgency.ROUTINE,
    is_key: bool = False,
    as_draft: bool = False,
) -> WireItem:
    """File an item and put it live, or keep it as a draft.

    `by` is None for the newsroom itself. `posted_at` is now unless it is given; it must not lie ahead. Raises
    `ValidationError`, by field, for what cannot be filed; then nothing has changed.
    """
    item = WireItem(
        headline=checked_headline(headline),
        body=checked_body(body),
        section=section,
        story=story,
        sources=checked_line(sources, name="sources", longest=300),
        urgency=checked_urgency(urgency),
        is_key=is_key,
        posted_at=checked_time(posted_at),
        filed_by=by,
    )
    item.topics = list(topics)
    with in_turn():
        if as_draft:
            item.save()
            write_history(item, "wire.draft", by=by)
        else:
            put_live(item, by=by)
    return item


def put_live(item: WireItem, *, by: User | None = None) -> None:
    """Show a draft, or an item that was never saved, to readers. A time that was given stays; else it is now."""
    with transaction.atomic():
        item.posted_at = item.posted_at or timezone.now()
        item.state = WireItem.State.LIVE
        if item.urgency == Urgency.BREAKING and item.breaking_until is None:
            item.breaking_until = timezone.now() + BREAKING_FOR
        item.save()
        write_history(item, "wire.post", by=by)
        append(WireEvent.Kind.POSTED, item)
        if item.is_breaking():
            append_banner()


def checked_urgency(urgency: Any) -> str:
    """One of the three; raises `ValidationError`."""
    if urgency not in Urgency.values:
        raise ValidationError({"urgency": f"It is one of {', '.join(Urgency.values)}."})
    return str(urgency)


def checked_time(posted_at: datetime | None) -> datetime | None:
    """A time that does not lie ahead, in the newsroom's zone if none is given; raises `ValidationError`."""
    if posted_at is None:
        return None
    aware = timezone.make_aware(posted_at) if timezone.is_naive(posted_at) else posted_at
    if aware > timezone.now() + AHEAD:
        raise ValidationError({"posted_at": "The time lies ahead: the wire says what has happened."})
    if aware < LONG_AGO:
        raise ValidationError({"posted_at": "The time lies too long ago."})
    return aware
