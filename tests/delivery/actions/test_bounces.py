"""Three hard bounces end it, and so does one complaint; each delivery counts once, also for two at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from broadsheet.delivery.actions.bounces import note_bounce, note_complaint
from broadsheet.delivery.actions.lift_suppression import lift_suppression
from broadsheet.delivery.held import FORGOTTEN
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from broadsheet.delivery.signals import address_suppressed
from tests.factories import make_dispatch

READER = "Reader1@host1.example"
KEY = READER.lower()
Told = list[tuple[str, str, bool]]


@pytest.fixture
def told() -> Iterator[Told]:
    """What the signal has told: address, reason, and whether that was part of a transaction."""
    heard: Told = []

    def hear(sender: object, address: str, delivery: Any, reason: str, **more: object) -> None:
        heard.append((address, reason, connection.in_atomic_block))

    address_suppressed.connect(hear)
    yield heard
    address_suppressed.disconnect(hear)


def accepted(count: int) -> list[Delivery]:
    """So many messages that the same reader got."""
    for _ in range(count):
        make_dispatch(1)
    Delivery.objects.update(address=READER, state=Delivery.State.ACCEPTED)
    return list(Delivery.objects.order_by("pk"))


@pytest.mark.django_db
def test_the_third_hard_bounce_suppresses_the_address(told: Told) -> None:
    for delivery in accepted(4):
        note_bounce(delivery, hard=True, words="550 5.1.1 unknown")
        note_bounce(delivery, hard=True, words="550 5.1.1 unknown")
        if len(told) == 0:
            assert not Suppression.objects.suppressed().exists()
    assert told == [(KEY, "bounces", True)]
    assert Suppression.objects.get().hard_bounces == 4
    assert set(Dispatch.objects.values_list("bounced", flat=True)) == {1}


@pytest.mark.django_db
def test_soft_bounces_suppress_nobody(told: Told) -> None:
    for delivery in accepted(4):
        assert note_bounce(delivery, hard=False, words="452 4.2.2 full")
    assert told == []
    assert not Suppression.objects.exists()


@pytest.mark.django_db
def test_a_complaint_suppresses_at_once_and_outweighs_bounces(told: Told) -> None:
    *first, last = accepted(4)
    for delivery in first:
        note_bounce(delivery, hard=True, words="")
    assert [note_complaint(last, words="abuse") for _ in range(2)] == [True, False]
    note_complaint(first[0], words="abuse")
    assert told == [(KEY, "bounces", True), (KEY, "complaint", True)]
    assert sum(Dispatch.objects.values_list("complained", flat=True)) == 2


@pytest.mark.django_db
def test_what_was_refused_at_once_is_failed_and_has_not_come_back() -> None:
    (delivery,) = accepted(1)
    Delivery.objects.update(state=Delivery.State.FAILED)
    note_bounce(delivery, hard=True, words="550 5.1.1 unknown")
    assert Dispatch.objects.get().bounced == 0
    assert Suppression.objects.get(pk=KEY).hard_bounces == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "   ", "a" * 500 + "@else.example", "a\x00@else.example", FORGOTTEN])
def test_what_is_nobodys_address_is_not_kept(address: str) -> None:
    note_bounce(address, hard=True, words="")
    note_complaint(address, words="")
    assert not Suppression.objects.exists()


@pytest.mark.django_db
def test_a_lifted_address_begins_anew() -> None:
    for _ in range(3):
        note_bounce(READER, hard=True, words="")
    assert Suppression.objects.suppressed().exists()
    assert (lift_suppression(f" {READER} "), lift_suppression(READER)) == (True, False)
    note_bounce(READER, hard=True, words="")
    assert not Suppression.objects.suppressed().exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_tell_of_the_same_bounces_at_a_time_count_them_once(told: Told) -> None:
    deliveries = accepted(3)
    start = threading.Barrier(3)

    def tell() -> None:
        try:
            start.wait(10)
            for delivery in deliveries:
                note_bounce(delivery, hard=True, words="")
        finally:
            connection.close()

    threads = [threading.Thread(target=tell) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert told == [(KEY, "bounces", True)]
    assert Suppression.objects.get().hard_bounces == 3
    assert set(Dispatch.objects.values_list("bounced", flat=True)) == {1}
