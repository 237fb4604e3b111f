"""Whoever did not confirm is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from broadsheet.newsletters.models import SignUp, Subscriber, Subscription

KEPT = timedelta(days=30)  # links to confirm are good for seven
AT_ONCE = 500


def forget_unconfirmed(*, now: datetime | None = None) -> int:
    """Delete forms that are older than a month, and the addresses for which none was confirmed; returns of how many.

    What was agreed to stands in the consents. Cheap where there is nothing to do: the worker asks at every beat.
    """
    before = (now or timezone.now()) - KEPT
    old = SignUp.objects.filter(asked_at__lt=before).order_by("asked_at")
    readers = dict(old.values_list("pk", "subscriber_id")[:AT_ONCE])
    if not readers:
        return 0
    decided = Subscription.objects.filter(subscriber=OuterRef("pk")).exclude(state=Subscription.State.PENDING)
    with transaction.atomic():
        SignUp.objects.filter(pk__in=readers).delete()
        nobody = Subscriber.objects.filter(pk__in=set(readers.values()), sign_ups=None)
        forgotten = list(nobody.exclude(Exists(decided)).values_list("pk", flat=True))
        Subscriber.objects.filter(pk__in=forgotten).delete()
    return len(forgotten)
