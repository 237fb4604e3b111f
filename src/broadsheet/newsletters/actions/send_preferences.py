"""Send a reader the link to their own page."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.actions.mailing_limit import may_be_mailed
from broadsheet.newsletters.letters.preferences import preferences_letter
from broadsheet.newsletters.models import SignUp, Subscriber
from broadsheet.newsletters.models.subscriber import key_of


def send_preferences(address: str, *, at: datetime, page: str = "", network: str = "") -> bool:
    """Send it, if we hold anything about the address, and it has not had its letters for today.

    Whether it was sent; nobody who asks is told. Within a transaction.
    """
    reader = Subscriber.objects.filter(key=key_of(address)).first()
    if reader is None or not may_be_mailed(address):
        return False
    SignUp.objects.create(
        subscriber=reader, asked_at=at, mailed_at=timezone.now(), used_at=at, page=page, network=network
    )
    post_letter(preferences_letter(reader))
    return True
