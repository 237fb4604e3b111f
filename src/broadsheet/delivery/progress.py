"""How far a dispatch has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from broadsheet.delivery.models import Claim, Dispatch

_WAITING = (
    "SELECT (SELECT COUNT(*) FROM delivery_delivery WHERE dispatch_id = %s AND state = 'queued'),"
    " (SELECT COUNT(*) FROM delivery_delivery WHERE dispatch_id = %s AND state = 'deferred')"
)
WINDOW = timedelta(seconds=20)  # over which the pace is told


@dataclass(frozen=True, slots=True)
class Progress:
    """The numbers of a moment; `rate` is messages a second now, `seconds_left` None where nobody can tell."""

    state: str
    reason: str
    audience: int
    accepted: int
    failed: int
    deferred: int
    queued: int
    sending: int
    cancelled: int
    rate: float
    seconds_left: float | None

    @property
    def settled(self) -> int:
        """How many have got it, or never will."""
        return self.accepted + self.failed + self.cancelled


def progress_of(dispatch: Dispatch, *, now: datetime | None = None) -> Progress:
    """The numbers now; cheap enough to be asked every second while a million are under way."""
    now = now or timezone.now()
    dispatch = Dispatch.objects.defer("message").get(pk=dispatch.pk)
    open_claims = Claim.objects.filter(dispatch=dispatch, ended_at=None)
    sums = open_claims.aggregate(*(Sum(name, default=0) for name in ("size", "accepted", "failed")))
    accepted, failed = dispatch.accepted + sums["accepted__sum"], dispatch.failed + sums["failed__sum"]
    waiting = _waiting(dispatch.pk)
    waiting["sending"] = max(0, sums["size__sum"] - sums["accepted__sum"] - sums["failed__sum"])
    rate = _rate(dispatch.pk, now) if dispatch.state == Dispatch.State.SENDING else 0.0
    known = accepted + failed + sum(waiting.values())
    return Progress(
        state=dispatch.state,
        reason=dispatch.reason,
        audience=dispatch.audience,
        accepted=accepted,
        failed=failed,
        deferred=waiting["deferred"],
        queued=waiting["queued"],
        sending=waiting["sending"],
        cancelled=max(0, dispatch.audience - known) if dispatch.frozen_at else 0,
        rate=rate,
        seconds_left=(waiting["queued"] + waiting["sending"]) / rate if rate else None,
    )


def _waiting(dispatch: int) -> dict[str, int]:
    """How many wait, by partial indexes, which a database uses only for a state that it can read."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, [dispatch, dispatch])
        queued, deferred = cursor.fetchone()
    return {"queued": queued, "deferred": deferred}


def _rate(dispatch: int, now: datetime) -> float:
    """Messages a second over the last while, from the claims of that time."""
    recent = Claim.objects.filter(dispatch=dispatch, taken_at__gt=now - WINDOW)
    done = [(claim.taken_at, claim.accepted + claim.failed) for claim in recent]
    if not done:
        return 0.0
    seconds = (now - min(at for at, _ in done)).total_seconds()
    return sum(count for _, count in done) / max(seconds, 0.5)
