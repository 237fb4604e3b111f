"""Goes on with audiences that nobody writes down any more: their worker was killed, or their task was lost."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.tasks import freeze_audience

logger = logging.getLogger(__name__)

STALLED = timedelta(seconds=30)  # without a row more


class Resuming:
    """Remembers how far each audience was, and queues the work again where it stands still."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[int, datetime]] = {}

    def resume(self, now: datetime | None = None) -> int:
        """Look once; returns how many were queued again. Several may: the work is safe to do twice."""
        now = now or timezone.now()
        freezing = Edition.objects.filter(dispatch__state=Dispatch.State.FREEZING)
        places = dict(freezing.values_list("pk", "dispatch__frozen_to"))
        self._seen = {
            pk: seen if (seen := self._seen.get(pk)) and seen[0] == place else (place, now)
            for pk, place in places.items()
        }
        stalled = [pk for pk, (_, since) in self._seen.items() if now - since >= STALLED]
        for pk in stalled:
            self._seen[pk] = (places[pk], now)
            freeze_audience.enqueue(pk)
            logger.warning("Audience resumed: %s", pk, extra={"event": "audience_resumed", "edition": pk})
        return len(stalled)
