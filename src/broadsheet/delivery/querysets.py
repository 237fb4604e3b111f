"""The ledger, asked in English."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import QuerySet


class SuppressionQuerySet(QuerySet[Any]):
    """What is known of addresses that mail came back from."""

    def suppressed(self) -> Self:
        """Those to which nothing more is sent."""
        return self.filter(suppressed_at__isnull=False)
