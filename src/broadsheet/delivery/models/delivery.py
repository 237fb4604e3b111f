"""The ledger: a row for each recipient of each dispatch."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from broadsheet.delivery.models.claim import Claim
from broadsheet.delivery.models.dispatch import Dispatch


class Delivery(models.Model):
    """What is to reach one address, and what the mail server said."""

    class State(models.TextChoices):
        QUEUED = "queued", "Queued"
        SENDING = "sending", "Sending"  # a worker has claimed it
        DEFERRED = "deferred", "Trying again later"
        ACCEPTED = "accepted", "Accepted"  # by the mail server
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"  # its reader left, or the dispatch was stopped

    class Bounce(models.TextChoices):
        SOFT = "soft", "Could not be delivered for now"
        HARD = "hard", "Could not be delivered"

    # The constraint below begins with it, and needs no second index.
    dispatch = models.ForeignKey(
        Dispatch, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    address = models.CharField(max_length=320)
    domain = models.CharField(max_length=255, help_text="Lower case, in ASCII.")
    reference = models.BigIntegerField(
        null=True, blank=True, help_text="Who it is for whoever wrote the audience; signed into the letter."
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.QUEUED)
    # Written twice for every message: its rows are found by the claim's first and last number.
    claim = models.ForeignKey(
        Claim,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        db_index=False,
        db_constraint=False,
        related_name="+",
    )
    tries = models.PositiveSmallIntegerField(default=0)
    first_tried_at = models.DateTimeField(null=True, blank=True)
    retry_at = models.DateTimeField(null=True, blank=True)
    uncertain = models.BooleanField(
        default=False, help_text="A connection or a worker ended in the middle: it may have come twice."
    )
    message_id = models.CharField(max_length=250, blank=True)
    code = models.PositiveSmallIntegerField(null=True, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    bounce = models.CharField(max_length=4, choices=Bounce.choices, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    complained_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dispatch", "reference"], name="once_to_each_reader"),
        ]
        # Partial ones: a row leaves them when it is claimed, and a finished dispatch of a million has none.
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["dispatch", "id", "domain"],
                condition=models.Q(state="queued"),
                name="deliveries_queued",
            ),
            models.Index(
                fields=["dispatch", "retry_at"],
                condition=models.Q(state="deferred"),
                name="deliveries_deferred",
            ),
            models.Index(
                fields=["message_id"], condition=~models.Q(message_id=""), name="deliveries_message_id"
            ),
            models.Index(fields=["address"], name="deliveries_address"),
        ]

    def __str__(self) -> str:
        return f"{self.dispatch_id} to {self.address}"
