"""Newsletters, their readers, and their editions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from broadsheet.newsletters.models import Edition, Newsletter, Subscriber, Subscription
from tests.factories.stories import Body, body_of


def make_newsletter(name: str = "The Morning Tide", **fields: Any) -> Newsletter:
    """The newsletter of that name; made if there is none yet."""
    given = {"slug": slugify(name, allow_unicode=True), "promise": "What the night brought, at seven."}
    return Newsletter.objects.get_or_create(name=name, defaults=given | fields)[0]


def make_subscriber(
    address: str = "cleo@reader.example", *, newsletters: Iterable[Newsletter] = (), state: str = "active"
) -> Subscriber:
    """A reader who gets these newsletters, or whose subscriptions are in another `state`."""
    subscriber = Subscriber.objects.create(address=address)
    now = timezone.now()
    confirmed = None if state == "pending" else now
    left = now if state in ("left", "bounced", "complained") else None
    for newsletter in newsletters:
        Subscription.objects.create(
            subscriber=subscriber,
            newsletter=newsletter,
            state=state,
            confirmed_at=confirmed,
            left_at=left,
        )
    return subscriber


def make_edition(
    subject: str = "The mole holds",
    *,
    newsletter: Newsletter | None = None,
    body: Body = "Good morning. The mole held.",
    **fields: Any,
) -> Edition:
    """A draft with a paragraph; `state="sent"` with a `sent_at` for one that readers have."""
    given = {"preview_text": "And the ferry sails."} | fields
    return Edition.objects.create(
        newsletter=newsletter or make_newsletter(), subject=subject, body=body_of(body), **given
    )
