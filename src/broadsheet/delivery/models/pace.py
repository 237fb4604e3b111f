"""How fast mail may leave, over all workers."""

from __future__ import annotations

from django.db import models


class Pace(models.Model):
    """Until when sending to a domain, or to everybody, is spoken for."""

    scope = models.CharField(primary_key=True, max_length=255, help_text="A domain; “*” for all mail.")
    free_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.scope} is free at {self.free_at:%X}"
