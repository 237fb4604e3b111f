"""Those who were to be tried again later are due."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.utils import timezone

_WAKE = "UPDATE delivery_delivery SET state = 'queued', retry_at = NULL WHERE state = 'deferred' AND retry_at <= %s"


def wake(*, now: datetime | None = None) -> int:
    """Queue the deferred rows whose pause is over; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(_WAKE, [now or timezone.now()])
        return int(cursor.rowcount)
