"""Post an item that was kept as a draft, or keep it on with other words."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.post import put_live
from broadsheet.wire.actions.taking import taken
from broadsheet.wire.models import WireItem


def post_draft(item: WireItem, *, by: User | None = None, **changes: Any) -> WireItem:
    """Put a draft live, in the words that `changes` give it.

    Raises `ValidationError`, by field, and for an item that readers see already; then nothing has changed.
    """
    with transaction.atomic():
        item = save_draft(item, by=by, **changes)
        put_live(item, by=by)
    return item


def save_draft(item: WireItem, *, by: User | None = None, **changes: Any) -> WireItem:
    """Change the words of a draft; raises `ValidationError` as `post_draft` does."""
    with transaction.atomic():
        item = taken(item)
        if item.is_visible:
            raise ValidationError("Somebody has posted this draft meanwhile: look below.")
        return edit_item(item, by=by, **changes) if changes else item
