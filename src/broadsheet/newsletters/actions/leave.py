"""Have a reader get a newsletter no more."""

from __future__ import annotations

from datetime import datetime

from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.newsletters.models import Consent, Edition, Subscription

State = Subscription.State


def leave(subscription: int, *, at: datetime, edition: int | None = None, network: str = "") -> bool:
    """Make it so; whether it was not so yet. Never an error for who has left, or was erased. Within a transaction.

    `edition` is the one whose link they used. What is on its way to them and has not gone out does not go out.
    """
    stays = Subscription.objects.filter(pk=subscription).exclude(state__in=(State.LEFT, State.COMPLAINED))
    used = Edition.objects.filter(pk=edition or 0, newsletter__subscriptions=subscription).first()
    if not stays.update(state=State.LEFT, left_at=at, left_by=used):
        return False
    Consent.objects.create(subscription_id=subscription, kind=Consent.Kind.LEFT, at=at, network=network)
    cancel_for(reference=subscription)
    return True
