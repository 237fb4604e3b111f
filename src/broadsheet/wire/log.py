"""Writes down what was done to the wire, in the same transaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F

from broadsheet.wire.models import Sequence, WireEvent, WireItem
from broadsheet.wire.payload import banner_payload, item_payload
from broadsheet.wire.signals import acted
from broadsheet.wire.stream.hints import hint

BANNER = "banner"


def append(kind: WireEvent.Kind, item: WireItem) -> WireEvent:
    """Log that `kind` was done to the item; must be called within a transaction, after the item was saved.

    Whoever follows the log learns of it by the log, and a little earlier by a hint after the commit.
    """
    event = _append(kind, f"item:{item.pk}", item_payload(item, kind), item=item)
    acted.send(WireItem, item=item, kind=kind)
    return event


def append_banner() -> WireEvent:
    """Log what stands in the banner now, or that nothing does."""
    return _append(WireEvent.Kind.BANNER, BANNER, banner_payload())


def _append(
    kind: WireEvent.Kind, subject: str, payload: dict[str, Any], *, item: WireItem | None = None
) -> WireEvent:
    number = _next_id()
    # Nobody who catches up may be told what the subject said before.
    WireEvent.objects.standing().filter(subject=subject).update(payload=None)
    event = WireEvent.objects.create(id=number, kind=kind, subject=subject, payload=payload, item=item)
    transaction.on_commit(hint)
    return event


def _next_id() -> int:
    """The next id; nobody else gets one until this transaction ends."""
    if not Sequence.objects.filter(pk=1).update(last=F("last") + 1):
        Sequence.objects.get_or_create(pk=1, defaults={"last": WireEvent.objects.last_id()})
        Sequence.objects.filter(pk=1).update(last=F("last") + 1)
    return Sequence.objects.values_list("last", flat=True).get(pk=1)
