"""Forget a reader."""

from __future__ import annotations

from datetime import datetime

from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.delivery.held import forget_address
from broadsheet.newsletters.models import Erased, Subscriber
from broadsheet.newsletters.models.erased import mark_of


def erase(subscriber: int, *, at: datetime) -> bool:
    """Delete all that is held about a reader but a mark; whether there was anything. Within a transaction.

    The mark lets imports pass the address over: a list of last year would bring it back otherwise.
    """
    reader = Subscriber.objects.filter(pk=subscriber).first()
    if reader is None:
        return False
    for pk in reader.subscriptions.values_list("pk", flat=True):
        cancel_for(reference=pk)
    for address in {
        reader.address,
        *reader.sign_ups.exclude(new_address="").values_list("new_address", flat=True),
    }:
        forget_address(address)
    Erased.objects.update_or_create(pk=mark_of(reader.address), defaults={"at": at})
    reader.delete()
    return True
