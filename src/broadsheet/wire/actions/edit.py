"""Edit an item: a slip of the pen that misled nobody. What misled is corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from broadsheet.wire.actions.post import checked_time, checked_urgency
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append, append_banner
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.text import checked_body, checked_headline, checked_line

_CHECKS: dict[str, Callable[[Any], Any]] = {
    "headline": checked_headline,
    "body": checked_body,
    "sources": lambda text: checked_line(text, name="sources", longest=300),
    "urgency": checked_urgency,
    "posted_at": checked_time,
}
_FIELDS = frozenset({*_CHECKS, "section", "story", "topics", "is_key"})


def edit_item(item: WireItem, *, by: User | None = None, **changes: Any) -> WireItem:
    """Change what `changes` name: headline, body, section, topics, story, sources, urgency, posted_at, is_key.

    Raises `ValidationError`, by field, and for an item that was retracted; then nothing has changed. Raising the
    urgency to breaking puts no banner up: `start_breaking` does.
    """
    unknown = set(changes) - _FIELDS
    if unknown:
        raise TypeError(f"An item has no {', '.join(sorted(unknown))}.")
    checked = {name: _CHECKS[name](value) if name in _CHECKS else value for name, value in changes.items()}
    with transaction.atomic():
        item = taken(item)
        if item.is_retracted:
            raise ValidationError("A retracted item has no words left to change.")
        was_breaking = item.is_breaking()
        apply(item, checked)
        write_history(item, "wire.edit", by=by)
        if item.is_visible:
            append(WireEvent.Kind.EDITED, item)
            if was_breaking:
                append_banner()
    return item


def apply(item: WireItem, checked: dict[str, Any]) -> None:
    """Put values that were checked into the item and save it."""
    for name, value in checked.items():
        setattr(item, name, list(value) if name == "topics" else value)
    if item.is_visible and item.posted_at is None:
        raise ValidationError({"posted_at": "A posted item has a time."})
    item.save()
