"""Mail leaves no faster than the operator allows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from broadsheet.delivery.ledger.claiming import claim
from broadsheet.delivery.models import Delivery
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db


def claimed_within(seconds: float, *, start: datetime, step: float = 0.1) -> list[str]:
    """The hosts of all that two workers claim in that time."""
    hosts, at = [], 0.0
    while at < seconds:
        for worker in ("one", "two"):
            batch = claim(worker, in_flight=2, most=100, now=start + timedelta(seconds=at))
            hosts += [row.address.partition("@")[2] for row in batch.rows] if batch else []
        at += step
    return hosts


def test_all_workers_together_keep_the_rate(settings):
    settings.MAIL_RATE = 10.0
    make_dispatch(100)
    assert len(claimed_within(3, start=timezone.now())) == 30


def test_a_rate_below_one_is_a_pause(settings):
    settings.MAIL_RATE = 0.5
    make_dispatch(10)
    assert len(claimed_within(6, start=timezone.now(), step=0.5)) == 3


def test_a_domain_has_a_rate_of_its_own_and_the_others_do_not_wait_for_it(settings):
    settings.MAIL_DOMAIN_RATES = {"host1.example": 2.0}
    make_dispatch(100)
    hosts = claimed_within(3, start=timezone.now())
    assert hosts.count("host1.example") == 6
    assert len(hosts) - 6 == 80  # all the rest, at once
    assert Delivery.objects.filter(state="queued", domain="host1.example").count() == 14


def test_both_rates_hold_together(settings):
    settings.MAIL_RATE, settings.MAIL_DOMAIN_RATES = 20.0, {"host1.example": 2.0}
    make_dispatch(200)
    hosts = claimed_within(2, start=timezone.now())
    assert 30 <= len(hosts) <= 60  # of the last second, all may be claimed at its beginning
    assert hosts.count("host1.example") <= 4
