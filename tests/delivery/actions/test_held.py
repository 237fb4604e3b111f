"""What the engine knows of somebody can be told, cancelled and forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from broadsheet.delivery.actions import forget_old as forgetting
from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.delivery.actions.forget_old import forget_old
from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.delivery.held import forget_address, held_about
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db
CLEO = "reader1@host1.example"


def test_a_reader_is_told_every_message_and_what_became_of_it():
    make_dispatch(2)
    Delivery.objects.filter(address=CLEO).update(state="failed", answer="5.1.1 No such user")
    post_letter(EmailMessage("Confirm", "…", "a@paper.example", [CLEO]))
    edition, letter = held_about(CLEO)
    assert (edition["subject"], edition["state"], edition["answer"]) == (
        "The morning tide", "Failed", "5.1.1 No such user",
    )  # fmt: skip
    assert (letter["subject"], letter["state"]) == ("Confirm", "Queued")
    assert held_about("nobody@host1.example") == []


def test_a_forgotten_address_stands_nowhere_and_gets_nothing_more():
    make_dispatch(2)
    Suppression.objects.create(address=CLEO, hard_bounces=1)
    assert forget_address(CLEO) == 1
    assert not Delivery.objects.filter(address=CLEO).exists()
    assert not Suppression.objects.exists()
    assert Delivery.objects.get(reference=1).state == "cancelled"
    assert Delivery.objects.get(reference=2).state == "queued"


def test_who_leaves_while_an_edition_is_sent_does_not_get_it():
    make_dispatch(3)
    letter = post_letter(EmailMessage("You have left", "…", "a@paper.example", [CLEO]))
    assert cancel_for(reference=1) == 1
    assert cancel_for(reference=1) == 0
    assert cancel_for() == 0
    assert Delivery.objects.get(dispatch=letter).state == "queued"  # what they asked for still comes


def test_what_is_old_is_forgotten_and_the_numbers_stay(monkeypatch):
    monkeypatch.setattr(forgetting, "CHUNK", 2)
    edition, letter = make_dispatch(3), post_letter(EmailMessage("Confirm", "…", "a@paper.example", [CLEO]))
    going, now = make_dispatch(1), timezone.now()
    Dispatch.objects.exclude(pk=going.pk).update(state="done", ended_at=now - timedelta(days=29), accepted=3)
    assert forget_old() == 0
    assert forget_old(now=now + timedelta(days=2)) == 1
    assert not Dispatch.objects.filter(pk=letter.pk).exists()
    later = now + timedelta(days=62)
    assert (forget_old(now=later), forget_old(now=later), forget_old(now=later)) == (2, 1, 0)
    edition.refresh_from_db()
    assert (edition.accepted, edition.forgotten_at is not None) == (3, True)
    assert Delivery.objects.filter(dispatch=going).count() == 1
