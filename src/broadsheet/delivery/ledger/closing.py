"""The end of a claim, and of a dispatch."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Count, F, QuerySet
from django.utils import timezone

from broadsheet.delivery.ledger.cancelling import cancel_rest
from broadsheet.delivery.models import Claim, Delivery, Dispatch
from broadsheet.delivery.signals import dispatch_ended

# One statement sees one moment: asked one after another, a row could move from one answer to the next unseen.
_END = (
    "UPDATE delivery_dispatch SET state = 'done', ended_at = %s WHERE id = %s AND state = 'sending'"
    " AND NOT EXISTS (SELECT 1 FROM delivery_delivery WHERE dispatch_id = %s AND state = 'queued')"
    " AND NOT EXISTS (SELECT 1 FROM delivery_delivery WHERE dispatch_id = %s AND state = 'deferred')"
    " AND NOT EXISTS (SELECT 1 FROM delivery_claim WHERE dispatch_id = %s AND ended_at IS NULL)"
)


def close(claim: Claim) -> None:
    """End a claim: what was not offered is free again, what was done is counted."""
    with transaction.atomic():
        held = Claim.objects.select_for_update().filter(pk=claim.pk, ended_at=None).first()
        if held is None:
            return
        dispatches = dispatches_of(held)
        rows_of(held).update(state=Delivery.State.QUEUED)
        settle(held)
    for dispatch in dispatches:
        end_if_done(dispatch)


def rows_of(claim: Claim, *, state: str | None = "sending") -> QuerySet[Delivery]:
    """The claim's rows in a state, or all of them; those that are being sent have no outcome yet."""
    rows = Delivery.objects.filter(pk__range=(claim.first, claim.last), claim=claim.pk)
    return rows.filter(state=state) if state else rows


def dispatches_of(claim: Claim) -> set[int]:
    """What its rows are of: one edition, or as many letters."""
    if claim.dispatch_id is not None:
        return {claim.dispatch_id}
    return set(rows_of(claim, state=None).values_list("dispatch", flat=True))


def settle(claim: Claim) -> None:
    """Count what a claim has done, once, from its rows: its own row is behind. In a transaction that holds it."""
    done = dict(rows_of(claim, state=None).order_by().values_list("state").annotate(Count("pk")))
    accepted, failed = done.get("accepted", 0), done.get("failed", 0)
    Claim.objects.filter(pk=claim.pk).update(ended_at=timezone.now(), accepted=accepted, failed=failed)
    if claim.dispatch_id:
        Dispatch.objects.filter(pk=claim.dispatch_id).update(
            accepted=F("accepted") + accepted, failed=F("failed") + failed
        )


def end_if_done(dispatch: int) -> None:
    """End a dispatch for which nobody waits; of one that was stopped, cancel what came back since."""
    with transaction.atomic():
        if not _end(dispatch):
            if Dispatch.objects.filter(pk=dispatch, state=Dispatch.State.STOPPED).exists():
                cancel_rest(dispatch)
            return
        done = Dispatch.objects.get(pk=dispatch)
        if done.kind == Dispatch.Kind.LETTER:
            # A letter may hold a link that lets its reader in: nobody needs it once it has gone.
            Dispatch.objects.filter(pk=dispatch).update(message=b"")
        dispatch_ended.send(Dispatch, dispatch=done)


def _end(dispatch: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_END, [timezone.now(), *[dispatch] * 4])
        return bool(cursor.rowcount)
