"""What a machine has filed, so that a call which is repeated files once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from broadsheet.wire.models.item import WireItem


class Filing(models.Model):
    """An item that was filed under an `Idempotency-Key`."""

    readers_see_it = False

    key = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)  # SHA-256 of what was asked
    item = models.ForeignKey(WireItem, on_delete=models.CASCADE, related_name="filings")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["by", "key"], name="a_key_files_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} by {self.by_id}"
