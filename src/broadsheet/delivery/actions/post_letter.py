"""Have a letter sent to one person, or to a few who may know of each other."""

from __future__ import annotations

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.letters.composing import compose, sender_of
from broadsheet.delivery.models import Delivery, Dispatch


def post_letter(message: EmailMessage) -> Dispatch:
    """Queue the message for each of its recipients, before every edition; it leaves after commit.

    Raises `ValueError` for a header that holds a line break.
    """
    recipients = list(dict.fromkeys(message.recipients()))
    with transaction.atomic():
        dispatch = Dispatch.objects.create(
            kind=Dispatch.Kind.LETTER,
            name=message.subject[:250],
            sender=sender_of(message),
            message=compose(message),
            frozen_at=timezone.now(),
            audience=len(recipients),
        )
        Delivery.objects.bulk_create(
            Delivery(dispatch=dispatch, address=one, domain=one.rpartition("@")[2].lower())
            for one in recipients
        )
    return dispatch
