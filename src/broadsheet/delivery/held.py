"""What the engine knows of an address: for a reader who asks, and for one who wants to be forgotten."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from broadsheet.delivery.models import Delivery, Dispatch, Suppression

FORGOTTEN = "forgotten@reader.invalid"


def held_about(address: str) -> list[dict[str, Any]]:
    """Every message to the address that is still in the ledger, the oldest first."""
    return [
        {
            "subject": row.dispatch.name,
            "state": row.get_state_display(),
            "at": (row.ended_at or row.dispatch.created_at).isoformat(),
            "answer": row.answer,
            "came_back_at": row.bounced_at and row.bounced_at.isoformat(),
            "called_spam_at": row.complained_at and row.complained_at.isoformat(),
        }
        for row in _rows(address).select_related("dispatch").defer("dispatch__message").order_by("pk")
    ]


def forget_address(address: str) -> int:
    """Take the address out of the ledger, and cancel what waits for it; returns how many rows held it.

    Letters to it alone lose their words, too: they name it, and hold its links.
    """
    with transaction.atomic():
        rows = _rows(address)
        alone = Dispatch.objects.filter(kind=Dispatch.Kind.LETTER, audience=1, deliveries__address=address)
        alone.exclude(deliveries__state=Delivery.State.SENDING).update(message=b"")
        rows.filter(state__in=("queued", "deferred")).update(state=Delivery.State.CANCELLED)
        held = rows.update(address=FORGOTTEN, domain="reader.invalid", message_id="", answer="")
        Suppression.objects.filter(address=address.lower()).delete()
    return held


def _rows(address: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(address=address)
