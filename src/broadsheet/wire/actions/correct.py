"""Correct an item: its words change, and readers are told what was wrong."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.wire.actions.edit import apply
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.text import checked_body, checked_headline, checked_reason


def correct_item(
    item: WireItem,
    *,
    note: str,
    by: User | None = None,
    headline: str | None = None,
    body: str | None = None,
) -> WireItem:
    """Give the item the words that are right, with a note for readers that says what was wrong.

    Raises `ValidationError`, by field, and for an item that readers cannot read; then nothing has changed.
    """
    checked: dict[str, Any] = {"correction_note": checked_reason(note, name="note")}
    if headline is not None:
        checked["headline"] = checked_headline(headline)
    if body is not None:
        checked["body"] = checked_body(body)
    with transaction.atomic():
        item = taken(item)
        if not item.is_standing:
            raise ValidationError("Only what readers can read is corrected: this item is " + item.state + ".")
        item.state, item.corrected_at = WireItem.State.CORRECTED, timezone.now()
        apply(item, checked)
        write_history(item, "wire.correct", by=by, note=checked["correction_note"])
        append(WireEvent.Kind.CORRECTED, item)
        if item.is_breaking():
            append_banner()
    return item
