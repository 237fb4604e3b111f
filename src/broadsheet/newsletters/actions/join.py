"""Have a reader get a newsletter."""

from __future__ import annotations

from datetime import datetime

from broadsheet.delivery.actions.lift_suppression import lift_suppression
from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.letters.welcome import welcome_letter
from broadsheet.newsletters.models import Consent, Erased, Newsletter, Subscriber, Subscription
from broadsheet.newsletters.models.erased import mark_of

State, Kind = Subscription.State, Consent.Kind

BEGINNINGS = (Kind.CONFIRMED, Kind.CHOSE, Kind.IMPORTED, Kind.ADDED)


def join(
    subscriber: Subscriber,
    *,
    newsletter: Newsletter,
    kind: str,
    at: datetime,
    page: str = "",
    wording: str = "",
    network: str = "",
) -> bool:
    """Make it so by the reader's own wish, whatever was before; whether it was not so yet. Within a transaction.

    Who gets it for the first time is welcomed. That they ask proves that mail reaches them: their address is
    written to again.
    """
    subscription, _ = Subscription.objects.get_or_create(subscriber=subscriber, newsletter=newsletter)
    inactive = Subscription.objects.filter(pk=subscription.pk).exclude(state=State.ACTIVE)
    if not inactive.update(state=State.ACTIVE, confirmed_at=at, left_by=None):
        return False
    is_first = not subscription.consents.filter(kind__in=BEGINNINGS).exists()
    subscription.consents.create(kind=kind, at=at, page=page, wording=wording, network=network)
    lift_suppression(subscriber.address)
    Erased.objects.filter(pk=mark_of(subscriber.address)).delete()
    if is_first and newsletter.welcome_subject:
        post_letter(welcome_letter(subscription))
    return True
