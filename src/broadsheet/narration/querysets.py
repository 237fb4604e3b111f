"""Questions about narrations, in English."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q


class NarrationQuerySet(models.QuerySet[Any]):
    """Narrations by what is to be done with them."""

    def due(self, now: datetime) -> NarrationQuerySet:
        """Those that wait for a voice, or whose worker is gone."""
        waits = Q(state="queued", due_at__lte=now)
        left = Q(state="voicing", leased_until__lt=now)
        return self.filter(waits | left)

    def in_turn(self) -> NarrationQuerySet:
        """The most urgent first, then the newest story."""
        return self.order_by("-priority", F("story__published_at").desc(nulls_last=True))

    def held_by(self, worker: str) -> NarrationQuerySet:
        """Those that this worker has taken upon itself and not lost since."""
        return self.filter(state="voicing", worker=worker)
