"""The way to a reader's own page."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import write_letter
from broadsheet.newsletters.models import Subscriber
from broadsheet.newsletters.reader_links import preferences_link


def preferences_letter(subscriber: Subscriber) -> EmailMultiAlternatives:
    """Somebody asked for it, most likely its reader."""
    return write_letter(
        "preferences",
        to=subscriber.address,
        subject="Your newsletters: the link you asked for",
        context={"preferences": preferences_link(subscriber.pk)},
    )
