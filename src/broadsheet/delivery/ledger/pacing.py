"""No faster than the operator allows: over all workers, and to each domain."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection

from broadsheet.delivery.models import Pace

ALL = "*"
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Lane:
    """Which rows may be claimed now, and how many."""

    most: int
    only: str = ""  # rows of this domain alone
    never: tuple[str, ...] = ()  # rows of these domains are left for lanes of their own
    rates: tuple[tuple[str, float], ...] = ()  # what is spoken for by claiming them

    def condition(self) -> tuple[str, list[str]]:
        """The lane as a part of a statement, and its values."""
        if self.only:
            return " AND domain = %s", [self.only]
        if self.never:
            return f" AND domain NOT IN ({', '.join(['%s'] * len(self.never))})", list(self.never)
        return "", []


def next_lane(source: str, *, now: datetime, most: int) -> Lane | None:
    """Where there is room and somebody waits; None where all must wait. In a transaction."""
    limits: dict[str, float] = dict(settings.MAIL_DOMAIN_RATES)
    rate: float | None = settings.MAIL_RATE
    if not limits and rate is None:
        return Lane(most)
    free = _free_at([ALL, *limits])
    shared = ((ALL, rate),) if rate is not None else ()
    if rate is not None and free[ALL] > now:
        return None
    most = min(most, _in_a_second(rate))
    for domain, limit in limits.items():
        if free[domain] <= now and somebody_waits(source, domain=domain):
            return Lane(min(most, _in_a_second(limit)), only=domain, rates=(*shared, (domain, limit)))
    return Lane(most, never=tuple(limits), rates=shared)


def spend(lane: Lane, count: int, *, now: datetime) -> None:
    """Speak for the time that so many messages take."""
    for scope, rate in lane.rates:
        pause = timedelta(seconds=count / rate)
        Pace.objects.update_or_create(scope=scope, defaults={"free_at": now + pause})


def _free_at(scopes: list[str]) -> dict[str, datetime]:
    """When each scope is free; the rows stay locked until the claim is made, so that two never share a second."""
    Pace.objects.bulk_create([Pace(scope=one, free_at=_LONG_AGO) for one in scopes], ignore_conflicts=True)
    held = Pace.objects.select_for_update().filter(scope__in=scopes).order_by("scope")
    return {pace.scope: pace.free_at for pace in held}


def _in_a_second(rate: float | None) -> int:
    return math.ceil(rate) if rate is not None else 1_000_000


def somebody_waits(source: str, *, domain: str = "") -> bool:
    """Whether anybody is queued in these dispatches, at this domain if one is named."""
    where = " AND domain = %s" if domain else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM delivery_delivery WHERE dispatch_id IN ({source})"  # noqa: S608  # our own piece of SQL
            f" AND state = 'queued'{where} LIMIT 1",
            [domain] if domain else [],
        )
        return cursor.fetchone() is not None
