"""Put an item into the banner over every page, and take it out."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.wire.actions.post import BREAKING_FOR
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem


def start_breaking(item: WireItem, *, by: User | None = None, lasting: timedelta = BREAKING_FOR) -> WireItem:
    """Show the item over every page for that long; of several the newest is shown.

    Raises `ValidationError` for an item that readers cannot read.
    """
    with transaction.atomic():
        item = taken(item)
        if not item.is_standing:
            raise ValidationError("Only what readers can read is put into the banner.")
        item.urgency, item.breaking_until = WireItem.Urgency.BREAKING, timezone.now() + lasting
        item.save()
        write_history(item, "wire.break", by=by, keep_words=False)
        append(WireEvent.Kind.EDITED, item)
        append_banner()
    return item


def end_breaking(item: WireItem, *, by: User | None = None) -> WireItem:
    """Take the item out of the banner; it stays breaking news of its hour in the feed."""
    with transaction.atomic():
        item = taken(item)
        if item.is_breaking():
            item.breaking_until = timezone.now()
            item.save()
            write_history(item, "wire.end_breaking", by=by, keep_words=False)
            append_banner()
    return item
