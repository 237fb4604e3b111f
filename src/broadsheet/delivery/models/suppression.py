"""Addresses that nothing more is sent to."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from broadsheet.delivery.querysets import SuppressionQuerySet


class Suppression(models.Model):
    """How often mail to an address came back, and whether it is still written to."""

    class Reason(models.TextChoices):
        BOUNCES = "bounces", "Mail came back too often"
        COMPLAINT = "complaint", "Its reader called it spam"

    address = models.CharField(primary_key=True, max_length=320, help_text="Lower case.")
    hard_bounces = models.PositiveSmallIntegerField(default=0)
    last_bounce_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=9, choices=Reason.choices, blank=True)
    suppressed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    noted_at = models.DateTimeField(default=timezone.now)

    objects = SuppressionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.address
