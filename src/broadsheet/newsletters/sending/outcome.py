"""What came of an edition: who has it, who does not, and who left because of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncHour
from django.utils import timezone

from broadsheet.delivery.actions.forget_old import EDITIONS as FORGOTTEN
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.models import Edition, Subscription
from broadsheet.newsletters.plots import Series

AN_HOUR = timedelta(hours=1)
FOLLOWED = timedelta(days=7)  # in which nearly all that comes back has come


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of readers."""

    audience: int
    delivered: int  # accepted, and not come back since
    bounced: int
    failed: int
    missed: int  # they left before their turn, or it was stopped
    complained: int
    unsubscribed: int
    uncertain: int


def outcome_of(edition: Edition, dispatch: Dispatch) -> Outcome:
    """Counts as they stand now; what comes back later changes them."""
    return Outcome(
        audience=dispatch.audience,
        delivered=max(0, dispatch.accepted - dispatch.bounced),
        bounced=dispatch.bounced,
        failed=dispatch.failed,
        missed=max(0, dispatch.audience - dispatch.accepted - dispatch.failed),
        complained=dispatch.complained,
        unsubscribed=_leavers(edition).count(),
        uncertain=Delivery.objects.filter(dispatch=dispatch, uncertain=True).count(),
    )


def is_forgotten(dispatch: Dispatch, *, now: datetime | None = None) -> bool:
    """Whether its recipients are being deleted, or were: what is told of them is not all any more."""
    return dispatch.ended_at is not None and (now or timezone.now()) - dispatch.ended_at > FORGOTTEN


def followed(edition: Edition, dispatch: Dispatch, *, now: datetime | None = None) -> list[Series]:
    """Who unsubscribed, bounced and complained since it was sent, hour by hour, added up."""
    begun = edition.sent_at or dispatch.created_at
    end = min(now or timezone.now(), begun + FOLLOWED)
    deliveries = Delivery.objects.filter(dispatch=dispatch)
    counted = {
        "Unsubscribed": _by_hour(_leavers(edition), "left_at"),
        "Bounced": _by_hour(deliveries, "bounced_at"),
        "Called it spam": _by_hour(deliveries, "complained_at"),
    }
    return [Series(name, added_up(hours, begun=begun, end=end)) for name, hours in counted.items()]


def added_up(
    hours: Iterable[tuple[datetime, int]], *, begun: datetime, end: datetime
) -> list[tuple[datetime, int]]:
    """The sum after each hour in which something was counted, from nothing at the beginning to all at the end."""
    total, sums = 0, {begun: 0}
    for hour, count in hours:
        total += count
        sums[min(max(hour + AN_HOUR, begun), end)] = total
    sums[end] = total
    return sorted(sums.items())


def _by_hour(rows: QuerySet[Any], field: str) -> list[tuple[datetime, int]]:
    counted = rows.filter(**{f"{field}__isnull": False}).annotate(hour=TruncHour(field))
    return list(counted.order_by("hour").values_list("hour").annotate(Count("pk")))


def _leavers(edition: Edition) -> QuerySet[Subscription]:
    return Subscription.objects.filter(left_by=edition, state=Subscription.State.LEFT)
