"""Tells the old address that letters go to another one."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import write_letter
from broadsheet.newsletters.models import Subscriber
from broadsheet.newsletters.reader_links import preferences_link


def moved_letter(subscriber: Subscriber, *, before: str) -> EmailMultiAlternatives:
    """To the old address: if it was not its reader, they can put it back."""
    return write_letter(
        "moved",
        to=before,
        subject="Your letters go to another address now",
        context={"address": subscriber.address, "preferences": preferences_link(subscriber.pk)},
    )
