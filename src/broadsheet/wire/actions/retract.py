"""Retract an item: readers see that it was there, and why it is not; the words are gone."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.edge.changes import changed
from broadsheet.edge.tags import tag_of
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.text import checked_reason


def retract_item(item: WireItem, *, reason: str, by: User | None = None) -> WireItem:
    """Take the item's words off every page, also off those that are kept for an outage.

    Raises `ValidationError` without a reason, and for an item that readers cannot read. An item that is retracted
    already stays as it is.
    """
    reason = checked_reason(reason, name="reason")
    with transaction.atomic():
        item = taken(item)
        if item.is_retracted:
            return item
        if not item.is_visible:
            raise ValidationError("Readers have not seen this draft: delete it.")
        was_breaking = item.is_breaking()
        write_history(item, "wire.retract", by=by, reason=reason)  # the words, a last time
        _empty(item, reason)
        append(WireEvent.Kind.RETRACTED, item)
        if was_breaking:
            append_banner()
        take_back(item)
    return item


def take_back(item: WireItem) -> None:
    """Nobody may be shown the item's old words again, not even from a page that is kept for an outage.

    Only pages that hold them are taken away with all their copies; the lists follow as for any change.
    """
    changed({tag_of(item)}, gone=True)


def _empty(item: WireItem, reason: str) -> None:
    item.headline = item.body = item.sources = item.correction_note = ""
    item.state, item.retracted_at, item.retraction_reason = WireItem.State.RETRACTED, timezone.now(), reason
    item.story = item.breaking_until = item.pinned_at = None
    item.save()
