"""The ledger forgets: addresses are kept for as long as somebody may ask what became of a letter, and no longer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from broadsheet.delivery.models import Delivery, Dispatch

EDITIONS, LETTERS = timedelta(days=90), timedelta(days=30)
CHUNK = 5_000  # rows in one go: the worker's clock has other things to do


def forget_old(*, now: datetime | None = None) -> int:
    """Delete some of the rows of dispatches that ended long ago; returns how many.

    An edition's numbers stay; of a letter nothing does.
    """
    now = now or timezone.now()
    letters = Dispatch.objects.filter(kind=Dispatch.Kind.LETTER, ended_at__lt=now - LETTERS)
    editions = Dispatch.objects.filter(
        kind=Dispatch.Kind.EDITION, ended_at__lt=now - EDITIONS, forgotten_at=None
    )
    forgotten = 0
    for old in (letters, editions):
        some = list(old.order_by("pk").values_list("pk", flat=True)[:CHUNK])
        rows = Delivery.objects.filter(dispatch__in=some).order_by("dispatch", "pk")
        numbers = list(rows.values_list("pk", flat=True)[:CHUNK]) if some else []
        forgotten += Delivery.objects.filter(pk__in=numbers)._raw_delete("default") if numbers else 0
    Dispatch.objects.filter(pk__in=_empty(letters)).delete()
    Dispatch.objects.filter(pk__in=_empty(editions)).update(forgotten_at=now, message=b"")
    return forgotten


def _empty(dispatches: QuerySet[Dispatch]) -> list[int]:
    return list(dispatches.filter(deliveries=None).values_list("pk", flat=True)[:CHUNK])
