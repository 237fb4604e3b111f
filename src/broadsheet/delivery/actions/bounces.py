"""Mail came back, or its reader called it spam: write it down, once, and stop writing to an address in time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from broadsheet.delivery.held import FORGOTTEN
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from broadsheet.delivery.signals import address_suppressed

HARD_BOUNCES = 3  # after which an address is not written to any more
_LONGEST_ADDRESS = 320


def note_bounce(delivery_or_address: Delivery | str, *, hard: bool, words: str) -> bool:
    """Write down that mail came back; whether this is news.

    `hard` says that the address is to blame: three such deliveries suppress it. The same delivery counts once,
    however often it is told of; a hard bounce may follow a soft one. An address in place of a delivery is counted
    each time, so give one only where something else keeps the caller from saying it twice.
    """
    now = timezone.now()
    with transaction.atomic():
        if isinstance(delivery_or_address, str):
            if hard:
                _count(delivery_or_address, None, now)
            return hard
        if not _mark_bounced(delivery_or_address, hard=hard, words=words, now=now):
            return False
        if hard:
            _count(delivery_or_address.address, delivery_or_address, now)
    return True


def note_complaint(delivery_or_address: Delivery | str, *, words: str) -> bool:
    """Write down that a reader called it spam, and send nothing more to their address; whether this is news."""
    now = timezone.now()
    with transaction.atomic():
        if isinstance(delivery_or_address, str):
            return _suppress(delivery_or_address, None, Suppression.Reason.COMPLAINT, now)
        rows = Delivery.objects.filter(pk=delivery_or_address.pk, complained_at=None)
        if not rows.update(complained_at=now, answer=words[:500]):
            return False
        _add_one(delivery_or_address, "complained")
        _suppress(delivery_or_address.address, delivery_or_address, Suppression.Reason.COMPLAINT, now)
    return True


def _mark_bounced(delivery: Delivery, *, hard: bool, words: str, now: datetime) -> bool:
    """Mark the row by compare-and-set; False where it was marked like this before."""
    bounce = Delivery.Bounce.HARD if hard else Delivery.Bounce.SOFT
    marks = {"bounce": bounce, "bounced_at": now, "answer": words[:500]}
    row = Delivery.objects.filter(pk=delivery.pk)
    if row.filter(bounce="").update(**marks):
        _add_one(delivery, "bounced")
        return True
    return hard and bool(row.filter(bounce=Delivery.Bounce.SOFT).update(**marks))


def _add_one(delivery: Delivery, count: str) -> None:
    # What the server refused at once is among the failed, and never came back.
    came_back = Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.FAILED)
    if came_back.exists():
        Dispatch.objects.filter(pk=delivery.dispatch_id).update(**{count: F(count) + 1})


def _count(address: str, delivery: Delivery | None, now: datetime) -> None:
    """One hard bounce more for the address."""
    known = _known(address)
    if known is None:
        return
    Suppression.objects.filter(pk=known).update(hard_bounces=F("hard_bounces") + 1, last_bounce_at=now)
    if Suppression.objects.filter(pk=known, hard_bounces__gte=HARD_BOUNCES).exists():
        _suppress(address, delivery, Suppression.Reason.BOUNCES, now)


def _suppress(address: str, delivery: Delivery | None, reason: Suppression.Reason, now: datetime) -> bool:
    """Send nothing more to the address, and tell whoever has subscribers; False where that was so before."""
    known = _known(address)
    rows = Suppression.objects.filter(pk=known)
    # A complaint weighs more than bounces, and is told of after them.
    weaker = rows.filter(reason="") if reason == Suppression.Reason.BOUNCES else rows.exclude(reason=reason)
    if known is None or not weaker.update(reason=reason, suppressed_at=now):
        return False
    address_suppressed.send(Suppression, address=known, delivery=delivery, reason=reason)
    return True


def _known(address: str) -> str | None:
    """The address as its row is named, which is made where there is none; None for what is nobody's address."""
    name = address.strip().lower()
    if not name or len(name) > _LONGEST_ADDRESS or "\x00" in name or name == FORGOTTEN:
        return None
    Suppression.objects.bulk_create([Suppression(address=name)], ignore_conflicts=True)
    return name
