"""Write an audience down: a row for each recipient, in bulk."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, F, Max, OuterRef, QuerySet, Value
from django.db.models.functions import Lower, StrIndex, Substr
from django.utils import timezone

from broadsheet.delivery.ledger.closing import end_if_done
from broadsheet.delivery.models import Dispatch, Suppression

CHUNK = 20_000  # recipients in one transaction: about a fifth of a second in which nobody else writes

_INSERT = (
    "INSERT INTO delivery_delivery (reference, address, domain, dispatch_id, state, tries, uncertain, message_id,"
    " answer, bounce) SELECT frozen.*, %s, 'queued', 0, {false}, '', '', '' FROM ({audience}) AS frozen"
)


def freeze(dispatch: Dispatch, audience: QuerySet[Any], *, address: str) -> int:
    """Write the audience into the ledger and begin to send; returns how many are to get it.

    `audience` is a query whose primary keys become the references; `address` is the lookup of the address. The
    database copies the rows by itself, so their number costs no memory. It may run twice and goes on where it
    ended; those who asked for nothing more are left out.
    """
    rows = _with_addresses(audience, address)
    while _freeze_chunk(dispatch, rows):
        pass
    begun = Dispatch.objects.filter(pk=dispatch.pk, state=Dispatch.State.FREEZING)
    begun.update(state=Dispatch.State.SENDING, frozen_at=timezone.now())
    dispatch.refresh_from_db()
    end_if_done(dispatch.pk)
    return dispatch.audience


def _with_addresses(audience: QuerySet[Any], address: str) -> QuerySet[Any]:
    suppressed = Suppression.objects.filter(address=OuterRef("lower_address"), suppressed_at__isnull=False)
    written = audience.annotate(lower_address=Lower(address)).exclude(Exists(suppressed))
    domain = Substr(F("lower_address"), StrIndex(F("lower_address"), Value("@")) + 1)
    return written.annotate(lower_domain=domain).order_by("pk").values_list("pk", address, "lower_domain")


def _freeze_chunk(dispatch: Dispatch, rows: QuerySet[Any]) -> bool:
    """Write the next ones down; whether there may be more."""
    with transaction.atomic():
        held = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
        if held.state != Dispatch.State.FREEZING:
            return False
        left = rows.filter(pk__gt=held.frozen_to)
        chunk = left[:CHUNK]
        last = left.order_by().filter(pk__in=chunk.values("pk")).aggregate(last=Max("pk"))["last"]
        if last is None:
            return False
        written = _insert(dispatch.pk, left.filter(pk__lte=last))
        Dispatch.objects.filter(pk=dispatch.pk).update(frozen_to=last, audience=F("audience") + written)
        return True


def _insert(dispatch: int, chunk: QuerySet[Any]) -> int:
    sql, values = chunk.query.sql_with_params()
    false = "FALSE" if connection.vendor == "postgresql" else "0"
    with connection.cursor() as cursor:
        cursor.execute(_INSERT.format(audience=sql, false=false), [dispatch, *values])
        return int(cursor.rowcount)
