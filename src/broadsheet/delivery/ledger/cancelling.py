"""Nothing more of a dispatch is sent."""

from __future__ import annotations

from django.utils import timezone

from broadsheet.delivery.models import Delivery

CHUNK = 20_000  # rows in one statement, so that nobody else waits long


def cancel_rest(dispatch: int) -> int:
    """Cancel the rows that wait; returns how many."""
    waiting = Delivery.objects.filter(dispatch=dispatch, state__in=("queued", "deferred"))
    cancelled = 0
    while numbers := list(waiting.order_by("pk").values_list("pk", flat=True)[:CHUNK]):
        chunk = waiting.filter(pk__range=(numbers[0], numbers[-1]))
        cancelled += chunk.update(state=Delivery.State.CANCELLED, ended_at=timezone.now())
    return cancelled
