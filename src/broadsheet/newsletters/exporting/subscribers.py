"""All subscriptions to a newsletter as CSV, a few thousand at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime

from broadsheet.kit.cells import guarded
from broadsheet.newsletters.importing.columns import OURS
from broadsheet.newsletters.importing.moments import day_words
from broadsheet.newsletters.models import Consent, Newsletter, Subscription

CHUNK = 2_000

_Row = tuple[int, str, str, datetime | None, datetime | None]


def as_csv(newsletter: Newsletter) -> Iterator[bytes]:
    """The file in pieces: a header, then everybody, also those who left. Our own import reads it again."""
    yield _lines([OURS])
    last = 0
    while rows := _after(newsletter, last):
        last = rows[-1][0]
        consents = _consents([number for number, *_ in rows])
        yield _lines([_cells(row, consents.get(row[0], "")) for row in rows])


def _after(newsletter: Newsletter, last: int) -> list[_Row]:
    rows = Subscription.objects.filter(newsletter=newsletter, pk__gt=last).order_by("pk")
    values = rows.values_list("pk", "subscriber__address", "state", "confirmed_at", "left_at")
    return list(values[:CHUNK])


def _consents(numbers: list[int]) -> dict[int, str]:
    """What happened last to each, in a line."""
    rows = Consent.objects.filter(subscription__in=numbers).order_by("at", "pk")
    values = rows.values_list("subscription_id", "kind", "at", "page", "wording", "note")
    return {number: _told(kind, at, page, wording, note) for number, kind, at, page, wording, note in values}


def _told(kind: str, at: datetime, page: str, wording: str, note: str) -> str:
    words = [f"{Consent.Kind(kind).label} on {day_words(at)}", page, wording and f"“{wording}”", note]
    return "; ".join(filter(None, words))


def _cells(row: _Row, consent: str) -> list[str]:
    _, address, state, joined, left = row
    return [guarded(cell) for cell in (address, state, _moment(joined), _moment(left), consent)]


def _moment(at: datetime | None) -> str:
    return (
        at.astimezone(UTC).isoformat(timespec="microseconds" if at.microsecond else "seconds") if at else ""
    )


def _lines(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
