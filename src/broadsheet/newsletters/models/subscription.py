"""One reader's wish for one newsletter."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from broadsheet.newsletters.models.newsletter import Newsletter
from broadsheet.newsletters.models.subscriber import Subscriber
from broadsheet.newsletters.querysets import SubscriptionQuerySet


class Subscription(models.Model):
    """Whether a reader gets a newsletter. A row stays when they leave, so that no import brings them back."""

    readers_see_it = False

    class State(models.TextChoices):
        PENDING = "pending", "Not confirmed"
        ACTIVE = "active", "Subscribed"
        LEFT = "left", "Unsubscribed"
        BOUNCED = "bounced", "Mail comes back"
        COMPLAINED = "complained", "Called it spam"

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="subscriptions")
    newsletter = models.ForeignKey(Newsletter, on_delete=models.CASCADE, related_name="subscriptions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    confirmed_at = models.DateTimeField(null=True, blank=True, help_text="When it last became active.")
    left_at = models.DateTimeField(
        null=True, blank=True, help_text="When it last ceased to be, for any reason."
    )
    left_by = models.ForeignKey(
        "newsletters.Edition",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="leavers",
        help_text="The edition whose link they used.",
    )

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["subscriber", "newsletter"], name="once_to_each_newsletter"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["newsletter", "state", "id"], name="subscriptions_by_state"),
            models.Index(fields=["newsletter", "confirmed_at"], name="subscriptions_confirmed"),
            models.Index(fields=["newsletter", "left_at"], name="subscriptions_left"),
        ]

    def __str__(self) -> str:
        return f"{self.subscriber} gets {self.newsletter}: {self.get_state_display()}"
