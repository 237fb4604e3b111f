"""What a reader agreed to, and when: the proof that nobody is written to who has not asked."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from broadsheet.newsletters.models.subscription import Subscription


class Consent(models.Model):
    """One event in the life of a subscription; rows are added and never changed."""

    readers_see_it = False

    class Kind(models.TextChoices):
        ASKED = "asked", "Asked for it on a page"
        CONFIRMED = "confirmed", "Confirmed it from their mail"
        CHOSE = "chose", "Joined it on their preferences page"
        IMPORTED = "imported", "Brought from another list"
        ADDED = "added", "Added by staff"
        LEFT = "left", "Left it"
        REMOVED = "removed", "Taken off by staff"
        BOUNCED = "bounced", "Mail came back too often"
        COMPLAINED = "complained", "Called it spam"

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(default=timezone.now)
    page = models.CharField(max_length=300, blank=True, help_text="The path of the page that they stood on.")
    wording = models.TextField(blank=True, help_text="The words that they agreed to.")
    network = models.CharField(
        max_length=64,
        blank=True,
        help_text="A keyed hash of the network that they came from, never the address.",
    )
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%d %b %Y}"
