"""What one worker has taken upon itself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from broadsheet.delivery.models.dispatch import Dispatch


class Claim(models.Model):
    """A batch of rows that one worker delivers, until its lease runs out.

    The rows are offered in the order of their numbers, and what the server answered is written before a
    connection begins the next message. So of a worker that was killed, the first `in_flight` rows without an
    answer may have arrived, and all later ones have not.
    """

    worker = models.CharField(max_length=80)
    dispatch = models.ForeignKey(
        Dispatch, null=True, blank=True, on_delete=models.CASCADE, help_text="None for letters to one."
    )
    leased_until = models.DateTimeField(db_index=True)
    in_flight = models.PositiveIntegerField(help_text="How many messages may be under way at one time.")
    taken_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="It stays for a minute, to tell how fast it was."
    )
    first = models.BigIntegerField(default=0, help_text="The smallest number of its rows.")
    last = models.BigIntegerField(default=0)
    size = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.size} for {self.worker}"
