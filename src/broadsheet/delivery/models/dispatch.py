"""One letter, to one reader or to a million."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone


class Dispatch(models.Model):
    """A letter that is on its way: its bytes, rendered once, and how far it has come."""

    class Kind(models.IntegerChoices):
        """What it is; the smaller goes first."""

        LETTER = 0, "Letter"  # to one person: confirmations, passwords, welcome
        EDITION = 10, "Edition"  # to an audience

    class State(models.TextChoices):
        FREEZING = "freezing", "Writing its audience down"
        SENDING = "sending", "Sending"
        PAUSED = "paused", "Paused"
        STOPPED = "stopped", "Stopped"
        DONE = "done", "Done"

    kind = models.SmallIntegerField(choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.SENDING)
    name = models.CharField(max_length=250, help_text="What the desk calls it: the subject.")
    sender = models.CharField(max_length=320, help_text="The envelope's sender, where bounces go.")
    message = models.BinaryField(help_text="The message with slots, see `letters/slots.py`.")

    created_at = models.DateTimeField(default=timezone.now)
    frozen_at = models.DateTimeField(null=True, blank=True, help_text="When the audience was complete.")
    frozen_to = models.BigIntegerField(default=0, help_text="How far the audience is written down.")
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True, help_text="When its recipients were deleted.")
    reason = models.CharField(max_length=500, blank=True, help_text="Why it is paused or stopped.")

    # Counted when a claim ends; what the open claims have done stands in their own rows.
    audience = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    errors_in_a_row = models.PositiveIntegerField(default=0)
    # What comes back later.
    bounced = models.PositiveIntegerField(default=0)
    complained = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "dispatches"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["kind", "id"], condition=models.Q(state="sending"), name="dispatches_sending"
            ),
            models.Index(fields=["ended_at"], name="dispatches_ended"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_under_way(self) -> bool:
        """Whether somebody may still get it."""
        return self.state in (self.State.FREEZING, self.State.SENDING, self.State.PAUSED)

    @property
    def took(self) -> timedelta | None:
        """From its beginning to its end."""
        return self.ended_at - self.created_at if self.ended_at else None
