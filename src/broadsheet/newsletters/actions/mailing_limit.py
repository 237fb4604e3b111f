"""Nobody is flooded through our forms."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from broadsheet.newsletters.models import SignUp
from broadsheet.newsletters.models.subscriber import key_of

A_DAY = timedelta(days=1)
MOST = 3  # letters a day to an address because somebody typed it into a form


def may_be_mailed(address: str, *, now: datetime | None = None) -> bool:
    """Whether a form may cause one letter more to the address today."""
    since = (now or timezone.now()) - A_DAY
    lately = SignUp.objects.filter(mailed_at__gt=since)
    to_reader = lately.filter(subscriber__key=key_of(address), new_address="").count()
    # Acts may have waited for the database for days; by the time of asking, an index finds them.
    to_new = lately.filter(asked_at__gt=since - 7 * A_DAY, new_address=address).count()
    return to_reader + to_new < MOST
