"""Take an item for a change: nobody else changes it until the transaction ends."""

from __future__ import annotations

from broadsheet.wire.models import WireItem


def taken(item: WireItem) -> WireItem:
    """The item as the database has it now, locked. Raises `WireItem.DoesNotExist` when it was deleted."""
    return WireItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
