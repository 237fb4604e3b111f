"""The end of a claim, and of a dispatch."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from broadsheet.delivery.models import Claim, Delivery, Dispatch
from broadsheet.delivery.signals import dispatch_ended

_WAITING = (
    "SELECT 1 FROM delivery_delivery WHERE dispatch_id = %s AND state = 'queued' LIMIT 1",
    "SELECT 1 FROM delivery_delivery WHERE dispatch_id = %s AND state = 'deferred' LIMIT 1",
)


def close(claim: Claim) -> None:
    """End a claim: what was not offered is free again, what was done is counted."""
    with transaction.atomic():
        held = Claim.objects.select_for_update().filter(pk=claim.pk, ended_at=None).first()
        if held is None:
            return
        rows = rows_of(held)
        dispatches = (
            set() if held.dispatch_id else set(rows_of(held, state=None).values_list("dispatch", flat=True))
        )
        rows.update(state=Delivery.State.QUEUED)
        settle(held)
    for dispatch in dispatches | ({held.dispatch_id} if held.dispatch_id else set()):
        end_if_done(dispatch)


def rows_of(claim: Claim, *, state: str | None = "sending") -> QuerySet[Delivery]:
    """The claim's rows in a state, or all of them; those that are being sent have no outcome yet."""
    rows = Delivery.objects.filter(pk__range=(claim.first, claim.last), claim=claim.pk)
    return rows.filter(state=state) if state else rows


def settle(claim: Claim) -> None:
    """Count what a claim has done, once. In a transaction that holds it."""
    Claim.objects.filter(pk=claim.pk).update(ended_at=timezone.now())
    if claim.dispatch_id:
        Dispatch.objects.filter(pk=claim.dispatch_id).update(
            accepted=F("accepted") + claim.accepted, failed=F("failed") + claim.failed
        )


def end_if_done(dispatch: int) -> None:
    """End a dispatch for which nobody waits."""
    if Claim.objects.filter(dispatch=dispatch, ended_at=None).exists() or _somebody_waits(dispatch):
        return
    with transaction.atomic():
        ended = Dispatch.objects.filter(pk=dispatch, state=Dispatch.State.SENDING)
        if not ended.update(state=Dispatch.State.DONE, ended_at=timezone.now()):
            return
        done = Dispatch.objects.get(pk=dispatch)
        if done.kind == Dispatch.Kind.LETTER:
            # A letter may hold a link that lets its reader in: nobody needs it once it has gone.
            Dispatch.objects.filter(pk=dispatch).update(message=b"")
        dispatch_ended.send(Dispatch, dispatch=done)


def _somebody_waits(dispatch: int) -> bool:
    with connection.cursor() as cursor:
        for sql in _WAITING:
            cursor.execute(sql, [dispatch])
            if cursor.fetchone():
                return True
    return False
