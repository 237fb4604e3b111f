"""Write again to an address that mail came back from."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.actions.lift_suppression import lift_suppression
from broadsheet.delivery.models import Suppression
from broadsheet.newsletters.models import Consent, Subscriber, Subscription

State = Subscription.State

CALLED_SPAM = (
    "They have called our mail spam. Only they themselves can come back: send them the sign-up page."
)


@transaction.atomic
def write_again(reader: Subscriber, *, note: str, by: User | None) -> int:
    """Forget that mail came back, and send them again what they had; returns how many newsletters that is.

    Raises `ValidationError` without a note of why it should arrive now, and for who called our mail spam.
    """
    words = " ".join(note.split())
    if not words:
        raise ValidationError({"note": "Say why mail should arrive now."})
    complaint = Suppression.objects.filter(pk=reader.address.lower(), reason=Suppression.Reason.COMPLAINT)
    if complaint.exists():
        raise ValidationError({"note": CALLED_SPAM})
    lift_suppression(reader.address)
    return sum(_again(one, words, by) for one in reader.subscriptions.filter(state=State.BOUNCED))


def _again(subscription: Subscription, note: str, by: User | None) -> bool:
    now = timezone.now()
    bounced = Subscription.objects.filter(pk=subscription.pk, state=State.BOUNCED)
    if not bounced.update(state=State.ACTIVE, confirmed_at=now):
        return False
    Consent.objects.create(
        subscription=subscription,
        kind=Consent.Kind.ADDED,
        at=now,
        note=f"Written to again: {note}"[:500],
        by=by,
    )
    return True
