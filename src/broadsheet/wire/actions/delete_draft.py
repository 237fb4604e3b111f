"""Delete a draft. What readers have seen is never deleted: it is retracted."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from broadsheet.wire.actions.taking import taken
from broadsheet.wire.models import WireItem


def delete_draft(item: WireItem, *, by: User | None = None) -> None:
    """Delete a draft with its words; raises `ValidationError` for an item that readers see."""
    with transaction.atomic():
        item = taken(item)
        if item.is_visible:
            raise ValidationError("Readers have seen it: retract it.")
        log(item, "wagtail.delete", user=by, title=str(item), deleted=True)
        item.delete()
