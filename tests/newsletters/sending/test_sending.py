"""An edition goes out once, to those who asked for it, whatever happens in between."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from broadsheet.delivery import references
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.actions import send_edition as sending
from broadsheet.newsletters.actions.direct_sending import pause_sending, resume_sending, stop_sending
from broadsheet.newsletters.actions.send_edition import send_edition
from broadsheet.newsletters.models import Edition, Subscription
from broadsheet.newsletters.sending.resuming import STALLED, Resuming
from broadsheet.newsletters.tasks import freeze_audience
from tests.factories import make_edition, make_newsletter, make_paper, make_subscriber

Committing = Callable[..., Any]


def ledger(edition: Edition) -> dict[str, int | None]:
    rows = Delivery.objects.filter(dispatch__edition=edition)
    return dict(rows.values_list("address", "reference"))


def test_everybody_who_asked_is_written_down_and_nobody_else(
    edition: Edition, ben: User, django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send_edition(edition, by=ben)
    edition.refresh_from_db()
    assert (edition.state, edition.sent_by) == ("sending", ben)
    active = Subscription.objects.active().values_list("subscriber__address", "pk")
    assert ledger(edition) == dict(active)
    assert len(active) == 3
    assert edition.dispatch is not None
    assert edition.dispatch.state == Dispatch.State.SENDING
    assert edition.dispatch.audience == 3


def test_moving_blocks_are_filled_for_good(edition: Edition, ben: User, story: Any) -> None:
    shown = make_edition("With a card", newsletter=edition.newsletter, body=[("story", {"story": story.pk})])
    send_edition(shown, by=ben)
    shown.refresh_from_db()
    [held] = shown.filled.values()
    assert [card["title"] for card in held["stories"]] == [story.title]
    assert shown.dispatch is not None
    assert story.title.encode() in bytes(shown.dispatch.message)


def test_one_without_an_address_gets_one(edition: Edition, ben: User) -> None:
    Edition.objects.update(slug="")
    sent = send_edition(Edition.objects.get(pk=edition.pk), by=ben)
    assert sent.slug == "the-mole-holds"
    assert sent.dispatch is not None
    assert b"the-morning-tide/the-mole-holds/" in bytes(sent.dispatch.message)


def test_what_is_seen_twice_is_sent_once(edition: Edition, ben: User) -> None:
    seen_before = Edition.objects.get(pk=edition.pk)
    first = send_edition(edition, by=ben)
    again = send_edition(seen_before, by=ben)
    assert again.dispatch == first.dispatch
    assert Dispatch.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_presses_at_the_same_instant_send_once() -> None:
    make_paper()
    newsletter = make_newsletter()
    make_subscriber(newsletters=[newsletter])
    pk = make_edition(newsletter=newsletter).pk
    start = threading.Barrier(2)

    def press(_: int) -> int | None:
        edition = Edition.objects.select_related("newsletter").get(pk=pk)
        start.wait(timeout=10)
        try:
            return send_edition(edition, by=None).dispatch_id
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as fingers:
        dispatches = list(fingers.map(press, range(2)))
    assert len(set(dispatches)) == 1
    assert Dispatch.objects.count() == Delivery.objects.count() == 1


def test_what_the_checks_stop_is_not_sent(edition: Edition, ben: User) -> None:
    Subscription.objects.update(state="left")
    with pytest.raises(ValidationError):
        send_edition(edition, by=ben)
    edition.refresh_from_db()
    assert (edition.state, edition.filled, edition.sent_at) == ("draft", None, None)
    assert not Dispatch.objects.exists()


def test_words_that_change_while_it_is_made_ready_are_looked_at_first(
    edition: Edition, ben: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter_of = sending.letter_of

    def slowly(edition: Edition, **how: Any) -> Any:
        Edition.objects.filter(pk=edition.pk).update(subject="Something else")
        return letter_of(edition, **how)

    monkeypatch.setattr(sending, "letter_of", slowly)
    with pytest.raises(ValidationError, match="changed"):
        send_edition(edition, by=ben)
    edition.refresh_from_db()
    assert (edition.state, edition.subject) == ("draft", "Something else")
    assert not Dispatch.objects.exists()


def test_a_process_that_dies_before_the_audience_is_written_down_loses_nobody(
    edition: Edition, ben: User
) -> None:
    send_edition(edition, by=ben)  # the test's transaction never commits: nothing is queued
    assert not ledger(edition)
    clock, now = Resuming(), timezone.now()
    assert [clock.resume(now), clock.resume(now + STALLED / 2), clock.resume(now + STALLED)] == [0, 0, 1]
    assert len(ledger(edition)) == 3
    freeze_audience.call(edition.pk)  # the task that was thought lost comes after all
    assert len(ledger(edition)) == 3
    assert clock.resume(now + 3 * STALLED) == 0


def test_an_audience_that_still_grows_is_left_to_its_worker(edition: Edition, ben: User) -> None:
    send_edition(edition, by=ben)
    clock, now = Resuming(), timezone.now()
    for minutes in range(3):
        Dispatch.objects.update(frozen_to=minutes)
        assert clock.resume(now + timedelta(minutes=minutes)) == 0


def test_pausing_holds_it_resuming_goes_on_and_stopping_ends_it(
    edition: Edition, ben: User, django_capture_on_commit_callbacks: Committing
) -> None:
    with pytest.raises(ValidationError):
        pause_sending(edition, by=ben)
    with django_capture_on_commit_callbacks(execute=True):
        send_edition(edition, by=ben)
    with pytest.raises(ValidationError):
        resume_sending(edition, by=ben)
    pause_sending(edition, by=ben)
    resume_sending(edition, by=ben)
    assert stop_sending(edition, by=ben) == 3
    edition.refresh_from_db()
    assert edition.state == "sent"
    with pytest.raises(ValidationError, match="ended"):
        stop_sending(edition, by=ben)


def test_each_letter_is_signed_for_its_own_reader(
    edition: Edition, ben: User, django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send_edition(edition, by=ben)
    row = Delivery.objects.get(address="cleo@reader.example")
    assert row.reference is not None
    subscription = Subscription.objects.get(pk=references.read(references.sign(row.reference)))
    assert subscription.subscriber.address == row.address
