"""Send nothing more to somebody who has left."""

from __future__ import annotations

from django.utils import timezone

from broadsheet.delivery.models import Delivery, Dispatch


def cancel_for(*, reference: int | None = None, address: str | None = None) -> int:
    """Take somebody out of every edition that is still under way; returns of how many."""
    under_way = list(
        Dispatch.objects.filter(kind=Dispatch.Kind.EDITION, state__in=("freezing", "sending", "paused"))
    )
    rows = Delivery.objects.filter(dispatch__in=under_way, state__in=("queued", "deferred"))
    if reference is not None:
        rows = rows.filter(reference=reference)
    if address is not None:
        rows = rows.filter(address=address)
    if not under_way or (reference is None and address is None):
        return 0
    return rows.update(state=Delivery.State.CANCELLED, ended_at=timezone.now())
