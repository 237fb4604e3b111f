"""Questions about newsletters, in English."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models


class NewsletterQuerySet(models.QuerySet[Any]):
    """Newsletters."""

    def open(self) -> Self:
        """Those that take subscribers."""
        return self.filter(is_open=True)


class SubscriptionQuerySet(models.QuerySet[Any]):
    """Who gets what."""

    def active(self) -> Self:
        """Those that editions are sent to."""
        return self.filter(state="active")


class EditionQuerySet(models.QuerySet[Any]):
    """Editions."""

    def due(self, now: datetime) -> Self:
        """Those whose hour has come."""
        return self.filter(state="scheduled", send_at__lte=now)

    def in_archive(self) -> Self:
        """Those that readers can read on the web, the newest first."""
        return self.filter(state__in=("sending", "sent"), in_archive=True).order_by("-sent_at", "-pk")
