"""WordPress's three ways of writing a date."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone

EARLIEST_YEAR = 1900


def read_date(*, gmt: str, local: str, rfc822: str) -> datetime | None:
    """The moment of a post: its GMT date, else its local date, else the feed's; None where all are blank.

    WordPress writes `0000-00-00 00:00:00` for a date that it does not know, as drafts have.
    """
    if moment := _plain(gmt):
        return moment.replace(tzinfo=UTC)
    if moment := _plain(local):
        return timezone.make_aware(moment)
    return _feed_date(rfc822)


def _plain(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if moment.year >= EARLIEST_YEAR else None


def _feed_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return None
    if moment.year < EARLIEST_YEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
