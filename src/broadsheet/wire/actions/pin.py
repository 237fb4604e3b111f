"""Pin an item over the News Feed's own page, and take the pin out."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.wire.actions.taking import taken
from broadsheet.wire.history import write_history
from broadsheet.wire.log import append
from broadsheet.wire.models import WireEvent, WireItem


def pin_item(item: WireItem, *, by: User | None = None) -> WireItem:
    """Keep the item on top; the one that was there gives way. Raises `ValidationError` where readers cannot read it."""
    with transaction.atomic():
        others = list(WireItem.objects.select_for_update(of=("self",)).pinned().exclude(pk=item.pk))
        item = taken(item)
        if not item.is_standing:
            raise ValidationError("Only what readers can read is pinned.")
        for other in others:
            _unpin(other, by=by)
        if item.pinned_at is None:
            item.pinned_at = timezone.now()
            item.save()
            write_history(item, "wire.pin", by=by, keep_words=False)
            append(WireEvent.Kind.PINNED, item)
    return item


def unpin_item(item: WireItem, *, by: User | None = None) -> WireItem:
    """Let the item stand at its time again."""
    with transaction.atomic():
        item = taken(item)
        if item.pinned_at is not None:
            _unpin(item, by=by)
    return item


def _unpin(item: WireItem, *, by: User | None) -> None:
    item.pinned_at = None
    item.save()
    write_history(item, "wire.unpin", by=by, keep_words=False)
    append(WireEvent.Kind.UNPINNED, item)
