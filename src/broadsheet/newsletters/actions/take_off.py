"""Take an address off every list, since mail to it does not arrive or is not wanted."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.models import Suppression
from broadsheet.newsletters.models import Consent, Subscription
from broadsheet.newsletters.models.subscriber import key_of

_OUTCOMES = {
    Suppression.Reason.BOUNCES: (Subscription.State.BOUNCED, Consent.Kind.BOUNCED),
    Suppression.Reason.COMPLAINT: (Subscription.State.COMPLAINED, Consent.Kind.COMPLAINED),
}


def take_off(address: str, *, reason: str) -> int:
    """End every active subscription of the address; returns how many there were."""
    state, kind = _OUTCOMES[Suppression.Reason(reason)]
    active = Subscription.objects.active().filter(subscriber__key=key_of(address))
    return sum(_end(pk, state, kind) for pk in active.values_list("pk", flat=True))


@transaction.atomic
def _end(pk: int, state: str, kind: str) -> bool:
    now = timezone.now()
    if not Subscription.objects.active().filter(pk=pk).update(state=state, left_at=now):
        return False
    Consent.objects.create(subscription_id=pk, kind=kind, at=now)
    return True
