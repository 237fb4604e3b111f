"""Take a batch upon oneself: no two workers ever hold the same row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from broadsheet.delivery.ledger.pacing import Lane, next_lane, somebody_waits, spend
from broadsheet.delivery.models import Claim, Dispatch

LEASE = timedelta(seconds=60)

# Materialized: a plan that asked the inner query twice would take more than the lane allows.
_CLAIM = (
    "WITH due AS MATERIALIZED (SELECT id FROM delivery_delivery WHERE dispatch_id IN ({source})"
    " AND state = 'queued'{lane} ORDER BY dispatch_id, id LIMIT %s{skip})"
    " UPDATE delivery_delivery SET state = 'sending', claim_id = %s, first_tried_at = COALESCE(first_tried_at, %s)"
    " WHERE id IN (SELECT id FROM due) AND state = 'queued' RETURNING id, dispatch_id, address, reference"
)
# Letters are many of one row each; editions go one after another.
_LETTERS = f"SELECT id FROM delivery_dispatch WHERE kind = {Dispatch.Kind.LETTER:d} AND state = 'sending'"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Row:
    """What has to be known of a recipient."""

    number: int
    dispatch: int
    address: str
    reference: int | None


@dataclass(slots=True)
class Batch:
    """A claim and its rows, in the order in which they are offered."""

    claim: Claim
    rows: list[Row] = field(default_factory=list)


def claim(worker: str, *, in_flight: int, most: int, now: datetime | None = None) -> Batch | None:
    """The next rows for this worker, letters before editions; None where nothing is due."""
    now = now or timezone.now()
    claiming = partial(_claim_of, worker=worker, in_flight=in_flight, most=most, now=now)
    if batch := claiming(_LETTERS, edition=None):
        return batch
    editions = Dispatch.objects.filter(state="sending", kind=Dispatch.Kind.EDITION).order_by("pk")
    for edition in editions.values_list("pk", flat=True):
        if batch := claiming(str(edition), edition=edition):
            return batch
    return None


def _claim_of(
    source: str, *, edition: int | None, worker: str, in_flight: int, most: int, now: datetime
) -> Batch | None:
    """A batch from the dispatches that `source`, a piece of SQL, names."""
    if not somebody_waits(source):
        return None
    with transaction.atomic():
        lane = next_lane(source, now=now, most=most)
        if lane is None:
            return None
        held = Claim.objects.create(
            worker=worker, dispatch_id=edition, leased_until=now + LEASE, in_flight=in_flight, taken_at=now
        )
        rows = _take(held, source, lane, now=now)
        if not rows:
            held.delete()
            return None
        spend(lane, len(rows), now=now)
        held.size, held.first, held.last = len(rows), rows[0].number, rows[-1].number
        held.save(update_fields=["size", "first", "last"])
    return Batch(held, rows)


def _take(held: Claim, source: str, lane: Lane, *, now: datetime) -> list[Row]:
    where, values = lane.condition()
    skip = " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(
            _CLAIM.format(source=source, lane=where, skip=skip), [*values, lane.most, held.pk, now]
        )
        # RETURNING promises no order, and the order is what tells what was under way.
        return sorted((Row(*row) for row in cursor.fetchall()), key=lambda row: row.number)
