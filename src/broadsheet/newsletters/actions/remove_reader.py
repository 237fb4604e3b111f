"""Take somebody off a list, by staff."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.newsletters.models import Consent, Subscription

State = Subscription.State


@transaction.atomic
def remove_reader(subscription: Subscription, *, note: str, by: User | None) -> bool:
    """They get it no more; whether they were to. Raises `ValidationError` without a note of why."""
    words = " ".join(note.split())
    if not words:
        raise ValidationError({"note": "Say why, for whoever looks at it next year."})
    now = timezone.now()
    stays = Subscription.objects.filter(
        pk=subscription.pk, state__in=(State.ACTIVE, State.PENDING, State.BOUNCED)
    )
    if not stays.update(state=State.LEFT, left_at=now):
        return False
    Consent.objects.create(
        subscription=subscription, kind=Consent.Kind.REMOVED, at=now, note=words[:500], by=by
    )
    cancel_for(reference=subscription.pk)
    return True
