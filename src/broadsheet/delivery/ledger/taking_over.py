"""What a worker that was killed has left: nobody is lost, and what may have arrived is marked."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from broadsheet.delivery.ledger.closing import dispatches_of, end_if_done, rows_of, settle
from broadsheet.delivery.models import Claim, Delivery

logger = logging.getLogger(__name__)

KEPT = timedelta(minutes=1)  # ended claims, from which the pace is read


def take_over(*, now: datetime | None = None, dead: Collection[str] = ()) -> int:
    """Free the rows of claims whose lease has run out, or whose worker is known to be dead; returns how many claims."""
    now = now or timezone.now()
    # Nothing follows a claim: no signal, no row that is deleted with it.
    Claim.objects.filter(ended_at__lt=now - KEPT)._raw_delete("default")
    left = Claim.objects.filter(Q(leased_until__lt=now) | Q(worker__in=list(dead)), ended_at=None)
    return sum(_take_over(number, now=now, dead=dead) for number in left.values_list("pk", flat=True))


def _take_over(number: int, *, now: datetime, dead: Collection[str]) -> bool:
    with transaction.atomic():
        claim = Claim.objects.select_for_update().filter(pk=number, ended_at=None).first()
        # It may have been held for longer, or taken by another, while we looked.
        if claim is None or (claim.leased_until >= now and claim.worker not in dead):
            return False
        dispatches = dispatches_of(claim)
        waiting = rows_of(claim)
        under_way = list(waiting.order_by("pk").values_list("pk", flat=True)[: claim.in_flight])
        waiting.filter(pk__in=under_way).update(state=Delivery.State.QUEUED, uncertain=True, claim=None)
        freed = waiting.update(state=Delivery.State.QUEUED, claim=None)
        settle(claim)
    for dispatch in dispatches:
        end_if_done(dispatch)
    logger.warning(
        "Took over from %s: %s messages uncertain, %s not begun",
        claim.worker,
        len(under_way),
        freed,
        extra={"event": "claim_taken_over", "claim": claim.pk},
    )
    return True
