"""Somebody asked for what they get already."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import named, write_letter
from broadsheet.newsletters.models import Newsletter, Subscriber
from broadsheet.newsletters.reader_links import preferences_link


def subscribed_already_letter(
    subscriber: Subscriber, newsletters: list[Newsletter]
) -> EmailMultiAlternatives:
    """Says so, to the address alone: the page on which they asked told nobody."""
    names = named([newsletter.name for newsletter in newsletters])
    return write_letter(
        "subscribed_already",
        to=subscriber.address,
        subject="You are subscribed already",
        context={"names": names, "count": len(newsletters), "preferences": preferences_link(subscriber.pk)},
    )
