"""Undo a post within its ten seconds: as if it had not been."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.wire.actions.retract import take_back
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem

UNDO_FOR = timedelta(seconds=10)
SLACK = timedelta(seconds=5)  # a tap in the last second still has to reach us


def withdraw_item(item: WireItem, *, by: User | None = None) -> WireItem:
    """Make the item a draft again and take it off every page, without a trace for readers.

    Raises `ValidationError` when its ten seconds are over: then readers have seen it, and it is corrected or retracted.
    """
    with transaction.atomic():
        item = taken(item)
        if item.state != WireItem.State.LIVE or not _is_fresh(item):
            raise ValidationError("It was posted more than ten seconds ago: correct it or retract it.")
        was_breaking = item.is_breaking()
        item.state, item.posted_at = WireItem.State.DRAFT, None
        item.breaking_until = item.pinned_at = None
        item.save()
        write_history(item, "wire.withdraw", by=by)
        append(WireEvent.Kind.WITHDRAWN, item)
        if was_breaking:
            append_banner()
        take_back(item)
    return item


def _is_fresh(item: WireItem) -> bool:
    posted = item.events.filter(kind=WireEvent.Kind.POSTED).order_by("-pk").first()
    return posted is not None and timezone.now() - posted.at <= UNDO_FOR + SLACK
