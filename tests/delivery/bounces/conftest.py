"""A message that was accepted, and may come back."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from broadsheet.delivery.letters.message_ids import message_id
from broadsheet.delivery.models import Delivery
from tests.factories import make_dispatch


@pytest.fixture
def sent(db: None, settings: LazySettings) -> Delivery:
    """What reader1@host1.example got."""
    settings.BOUNCE_ADDRESS = "bounces@paper.example"
    delivery = make_dispatch(1).deliveries.get()
    delivery.state, delivery.answer = Delivery.State.ACCEPTED, "250 2.0.0 taken"
    delivery.message_id = name_of(delivery)
    delivery.save()
    return delivery


def name_of(delivery: Delivery) -> str:
    """Its Message-ID."""
    return message_id(delivery.pk, sender="morning@paper.example")
