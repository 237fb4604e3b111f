"""The numbers that an editor watches."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.delivery.actions.pausing import pause_dispatch, stop_dispatch
from broadsheet.delivery.ledger.claiming import claim
from broadsheet.delivery.ledger.closing import close
from broadsheet.delivery.ledger.recording import Recorder
from broadsheet.delivery.models import Claim
from broadsheet.delivery.progress import progress_of
from broadsheet.delivery.transports.contract import Fate, Outcome
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db


def half_sent():
    """Ten recipients: four accepted, one refused, one to be tried again, one claimed, three queued."""
    dispatch = make_dispatch(10)
    batch = claim("one", in_flight=1, most=6)
    fates = [Fate.ACCEPTED] * 4 + [Fate.NEVER, Fate.LATER]
    Recorder(batch)([Outcome(row.number, fate) for row, fate in zip(batch.rows, fates, strict=True)])
    close(batch.claim)
    claim("two", in_flight=1, most=1)
    return dispatch


def test_everybody_is_counted_once():
    seen = progress_of(half_sent())
    assert (seen.accepted, seen.failed, seen.deferred, seen.sending, seen.queued, seen.cancelled) == (
        4,
        1,
        1,
        1,
        3,
        0,
    )
    assert (seen.audience, seen.settled) == (10, 5)


def test_what_an_open_claim_has_done_counts_already():
    dispatch = make_dispatch(3)
    batch = claim("one", in_flight=1, most=3)
    Recorder(batch)([Outcome(batch.rows[0].number, Fate.ACCEPTED)])
    assert progress_of(dispatch).accepted == 1


def test_the_pace_is_that_of_the_last_while_and_tells_the_time_left():
    dispatch = half_sent()
    Claim.objects.update(taken_at=timezone.now() - timedelta(seconds=10))
    seen = progress_of(dispatch)
    assert seen.rate == pytest.approx(0.5, rel=0.05)
    assert seen.seconds_left == pytest.approx(8, rel=0.05)
    assert progress_of(dispatch, now=timezone.now() + timedelta(minutes=5)).seconds_left is None


def test_a_paused_dispatch_has_no_pace():
    dispatch = half_sent()
    pause_dispatch(dispatch, reason="Why")
    seen = progress_of(dispatch)
    assert (seen.state, seen.reason, seen.rate, seen.seconds_left) == ("paused", "Why", 0.0, None)


def test_those_who_will_not_get_it_are_counted():
    dispatch = half_sent()
    assert stop_dispatch(dispatch) == 4
    assert progress_of(dispatch).cancelled == 4
