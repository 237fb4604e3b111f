"""A reader wants their letters at another address."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.actions.mailing_limit import may_be_mailed
from broadsheet.newsletters.letters.new_address import new_address_letter
from broadsheet.newsletters.models import SignUp, Subscriber
from broadsheet.newsletters.models.subscriber import key_of


def change_address(subscriber: int, *, to: str, at: datetime, network: str = "") -> SignUp | None:
    """Ask the new address; letters go to the old one until it has confirmed. Within a transaction.

    None where nothing is asked: the reader is gone, the new address has had its letters for today, or it is the old
    one in another spelling, which is taken over at once. Whether the new address is somebody's already is told to
    nobody.
    """
    reader = Subscriber.objects.filter(pk=subscriber).first()
    if reader is None:
        return None
    if key_of(to) == reader.key:
        reader.address = to
        reader.save()
        return None
    if not may_be_mailed(to):
        return None
    asked = SignUp.objects.create(
        subscriber=reader, new_address=to, asked_at=at, mailed_at=timezone.now(), network=network
    )
    post_letter(new_address_letter(asked))
    return asked
