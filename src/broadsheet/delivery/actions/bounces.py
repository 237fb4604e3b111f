"""Mail came back, or its reader called it spam: write it down once, and stop writing to the address in time."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from broadsheet.delivery.bounces.words import in_one_line
from broadsheet.delivery.held import FORGOTTEN
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from broadsheet.delivery.signals import address_suppressed

logger = logging.getLogger(__name__)

HARD_BOUNCES = 3  # after which an address is not written to any more
_LONGEST_ADDRESS = 320


def note_bounce(delivery_or_address: Delivery | str, *, hard: bool, words: str) -> bool:
    """Write down that mail came back; whether this was news.

    `hard` says that the address is to blame: three such deliveries suppress it. A delivery counts once, however
    often it is told of; a hard bounce may follow a soft one. An address in place of a delivery is counted each time.
    """
    now = timezone.now()
    delivery = delivery_or_address if isinstance(delivery_or_address, Delivery) else None
    address = delivery.address if delivery else str(delivery_or_address)
    with transaction.atomic():
        if delivery is not None and not _mark_bounced(delivery, hard=hard, words=words, now=now):
            return False
        if hard:
            _count(address, delivery, now)
    return True


def note_complaint(delivery_or_address: Delivery | str, *, words: str) -> bool:
    """Write down that a reader called it spam, and send nothing more to the address; whether this was news."""
    now = timezone.now()
    delivery = delivery_or_address if isinstance(delivery_or_address, Delivery) else None
    address = delivery.address if delivery else str(delivery_or_address)
    with transaction.atomic():
        if delivery is not None:
            row = Delivery.objects.filter(pk=delivery.pk, complained_at=None)
            if not row.update(complained_at=now):
                return False
            _add_one(delivery, "complained")
            _tell_of(delivery, words)
        is_news = _suppress(_row_for(address), delivery, Suppression.Reason.COMPLAINT, now)
    return is_news or delivery is not None


def _tell_of(delivery: Delivery, words: str) -> None:
    logger.info(
        "Delivery %s was called spam: %s", delivery.pk, in_one_line(words), extra={"event": "complaint"}
    )


def _mark_bounced(delivery: Delivery, *, hard: bool, words: str, now: datetime) -> bool:
    """Mark the row by compare-and-set; False where it was marked like this before."""
    bounce = Delivery.Bounce.HARD if hard else Delivery.Bounce.SOFT
    marks = {"bounce": bounce, "bounced_at": now, "answer": in_one_line(words)}
    row = Delivery.objects.filter(pk=delivery.pk)
    if row.filter(bounce="").update(**marks):
        _add_one(delivery, "bounced")
        return True
    return hard and bool(row.filter(bounce=Delivery.Bounce.SOFT).update(**marks))


def _add_one(delivery: Delivery, count: str) -> None:
    # What the server refused at once is among the failed, and never came back.
    if Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.FAILED).exists():
        Dispatch.objects.filter(pk=delivery.dispatch_id).update(**{count: F(count) + 1})


def _count(address: str, delivery: Delivery | None, now: datetime) -> None:
    """One hard bounce more for the address."""
    name = _row_for(address)
    Suppression.objects.filter(pk=name).update(hard_bounces=F("hard_bounces") + 1, last_bounce_at=now)
    if Suppression.objects.filter(pk=name, hard_bounces__gte=HARD_BOUNCES).exists():
        _suppress(name, delivery, Suppression.Reason.BOUNCES, now)


def _suppress(name: str, delivery: Delivery | None, reason: Suppression.Reason, now: datetime) -> bool:
    """Send nothing more to the address, and tell whoever has subscribers; False where that was so before."""
    row = Suppression.objects.filter(pk=name)
    # A complaint weighs more than bounces, and is told of after them.
    weaker = row.filter(reason="") if reason == Suppression.Reason.BOUNCES else row.exclude(reason=reason)
    if not weaker.update(reason=reason, suppressed_at=now):
        return False
    logger.info(
        "An address is not written to any more: %s", reason.label, extra={"event": "address_suppressed"}
    )
    address_suppressed.send(Suppression, address=name, delivery=delivery, reason=reason)
    return True


def _row_for(address: str) -> str:
    """The name of the address's row, which is made where there is none; nothing for what is nobody's address."""
    name = address.strip().lower()
    if not name or name == FORGOTTEN or len(name) > _LONGEST_ADDRESS or "\x00" in name:
        return ""
    Suppression.objects.bulk_create([Suppression(address=name)], ignore_conflicts=True)
    return name
