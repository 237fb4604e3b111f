"""Counts who joined and who left in each stretch of time, in the database and by its indexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from typing import Any

from django.db import connection

from broadsheet.newsletters.growth.spans import Span
from broadsheet.newsletters.models import Newsletter, Subscription

# For each stretch, one reading of an index: grouping by a day of the newsroom's calendar would read every row, in
# SQLite by way of Python.
_COUNTS = """
WITH stretch (place, low, high) AS (VALUES {places})
SELECT place, (
    SELECT COUNT(*) FROM {table} WHERE newsletter_id = %s AND {moment} >= low AND {moment} < high AND ({only})
)
FROM stretch ORDER BY place"""
# Each row is one stay, from when they last joined until they left: who left and came back counts from then.
_HAS_LEFT = "state NOT IN ('active', 'pending') AND confirmed_at IS NOT NULL AND left_at >= confirmed_at"
_STAYED = f"state = 'active' OR ({_HAS_LEFT})"


@dataclass(frozen=True, slots=True)
class Growth:
    """Numbers for each day on which a stretch begins; `totals` are those at its end."""

    days: list[date]
    joined: list[int]
    left: list[int]
    totals: list[int]

    @property
    def net(self) -> list[int]:
        return [come - gone for come, gone in zip(self.joined, self.left, strict=True)]


def growth_of(newsletter: Newsletter, span: Span) -> Growth:
    """Three queries, whatever the number of subscribers."""
    joined = _counts(newsletter, "confirmed_at", span.bounds, only=_STAYED)
    left = _counts(newsletter, "left_at", span.bounds, only=_HAS_LEFT)
    net = [come - gone for come, gone in zip(joined, left, strict=True)]
    before = Subscription.objects.active().filter(newsletter=newsletter).count() - sum(net)
    return Growth(span.days, joined, left, list(accumulate(net, initial=before))[1:])


def _counts(
    newsletter: Newsletter, moment: str, bounds: Sequence[tuple[datetime, datetime]], *, only: str
) -> list[int]:
    adapt = connection.ops.adapt_datetimefield_value
    values: list[Any] = []
    for place, (low, high) in enumerate(bounds):
        values += [place, adapt(low), adapt(high)]
    # Nothing here is anybody's input: names of our own columns, and marks for the values.
    statement = _COUNTS.format(
        places=", ".join(["(%s, %s, %s)"] * len(bounds)),
        table=connection.ops.quote_name(Subscription._meta.db_table),
        moment=moment,
        only=only,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, newsletter.pk])
        return [count for _, count in cursor.fetchall()]
