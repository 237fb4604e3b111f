"""The hour of a series: its round-up is drafted by itself, once a day."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q

from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.publish_round_up import publish_round_up
from broadsheet.wire.models import RoundUp, Series
from broadsheet.wire.newsroom_time import newsroom_time

logger = logging.getLogger(__name__)

NOTHING_YET = timedelta(hours=1)  # until the next look at a day without key developments
PAUSE = timedelta(minutes=1)  # after a failure


def keep_hours(now: datetime | None = None) -> int:
    """Make the round-ups whose hour has come today, by the newsroom's clock; returns how many were made.

    An hour at which no worker ran is kept later on the same day. One that fails is tried again, and holds up no
    other. Raises the database's own error when it is away.
    """
    local = newsroom_time(now)
    return sum(_keep(series, local) for series in _due(local))


def _due(local: datetime) -> list[Series]:
    rested = Q(again_at__isnull=True) | Q(again_at__lte=local)
    due = Series.objects.filter(rested, hour__lte=local.hour)
    return list(due.exclude(done_on=local.date()))


def _keep(series: Series, local: datetime) -> bool:
    try:
        return _make(series, local.date())
    except ValidationError:
        _look_again(series, local + NOTHING_YET)
        logger.info("%s: no key developments yet", series, extra={"event": "round_up_waits"})
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever a story's own code raises
        _look_again(series, local + PAUSE)
        logger.exception("Could not make %s", series, extra={"event": "round_up_failed", "series": series.pk})
    return False


@transaction.atomic
def _make(series: Series, day: date) -> bool:
    """Claim the day and do its work; False when another worker did, or an editor made it before."""
    if not Series.objects.filter(pk=series.pk).exclude(done_on=day).update(done_on=day, again_at=None):
        return False
    if RoundUp.objects.filter(series=series, day=day).exists():
        return False
    round_up = make_round_up(series, day=day)
    published = series.publishes_itself and publish_round_up(round_up)
    done = "Published" if published else "Drafted"
    logger.info("%s %s", done, round_up, extra={"event": "round_up_made", "round_up": round_up.pk})
    return True


def _look_again(series: Series, at: datetime) -> None:
    Series.objects.filter(pk=series.pk).update(again_at=at)
