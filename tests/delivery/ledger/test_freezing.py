"""An audience is written down in bulk, once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from broadsheet.delivery.actions.pausing import stop_dispatch
from broadsheet.delivery.actions.start_dispatch import start_dispatch
from broadsheet.delivery.ledger import freezing
from broadsheet.delivery.ledger.freezing import freeze
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from tests.factories import make_message

pytestmark = pytest.mark.django_db


@pytest.fixture
def dispatch() -> Dispatch:
    return start_dispatch(make_message(), name="The morning tide")


@pytest.fixture
def readers() -> list[User]:
    """Anything with an address is an audience."""
    return User.objects.bulk_create(
        User(username=f"r{n}", email=f"Reader{n}@Host{n}.example") for n in range(7)
    )


def audience():
    return User.objects.filter(username__startswith="r")


def test_each_recipient_has_a_row_with_their_reference(dispatch, readers):
    assert freeze(dispatch, audience(), address="email") == 7
    rows = Delivery.objects.order_by("pk").values_list("reference", "address", "domain", "state")
    assert list(rows) == [(one.pk, one.email, f"host{n}.example", "queued") for n, one in enumerate(readers)]
    assert (dispatch.state, dispatch.audience) == ("sending", 7)


def test_it_goes_on_where_it_was_interrupted(dispatch, readers, monkeypatch):
    monkeypatch.setattr(freezing, "CHUNK", 2)
    freezing._freeze_chunk(dispatch, freezing._with_addresses(audience(), "email"))
    assert Delivery.objects.count() == 2
    assert freeze(dispatch, audience(), address="email") == 7
    assert freeze(dispatch, audience(), address="email") == 7  # and twice is once
    assert sorted(Delivery.objects.values_list("reference", flat=True)) == sorted(one.pk for one in readers)


def test_those_who_want_nothing_more_are_left_out(dispatch, readers):
    Suppression.objects.create(address="reader3@host3.example", suppressed_at=timezone.now())
    Suppression.objects.create(address="reader4@host4.example", hard_bounces=2)
    assert freeze(dispatch, audience(), address="email") == 6
    assert not Delivery.objects.filter(address="Reader3@Host3.example").exists()


def test_an_audience_of_nobody_is_done_at_once(dispatch):
    assert freeze(dispatch, audience(), address="email") == 0
    dispatch.refresh_from_db()
    assert dispatch.state == "done"


def test_what_was_stopped_is_not_frozen(dispatch, readers):
    stop_dispatch(dispatch)
    assert freeze(dispatch, audience(), address="email") == 0
    assert dispatch.state == "stopped"
    assert not Delivery.objects.exists()
