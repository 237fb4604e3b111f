"""Say that somebody listened to an audio and found it good."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from broadsheet.narration.making.publishing import say_so
from broadsheet.narration.models import Production


@transaction.atomic
def approve(production: Production, *, by: AbstractBaseUser) -> None:
    """Readers are told that it was listened to; the next production has to be listened to anew."""
    Production.objects.filter(pk=production.pk, approved_at=None).update(
        approved_by=by.pk, approved_at=timezone.now()
    )
    say_so(production.story_id)
