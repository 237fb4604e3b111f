"""What was scheduled goes out at its minute, or comes back to its editors."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.actions import send_edition as sending
from broadsheet.newsletters.actions.schedule_edition import schedule_edition, unschedule_edition
from broadsheet.newsletters.models import Edition, Subscription
from broadsheet.newsletters.sending import hours
from broadsheet.newsletters.sending.hours import PAUSE, TOO_LATE, TRIES, Hours

IN_AN_HOUR = timedelta(hours=1)
EDITIONS = Dispatch.Kind.EDITION


@pytest.fixture
def at() -> datetime:
    """In an hour."""
    return timezone.now() + IN_AN_HOUR


@pytest.fixture
def scheduled(edition: Edition, ben: User, at: datetime) -> Edition:
    """By Ben, for then."""
    return schedule_edition(edition, at=at, by=ben)


def told() -> set[str]:
    letters = Delivery.objects.filter(dispatch__kind=Dispatch.Kind.LETTER)
    return set(letters.values_list("address", flat=True))


def test_it_goes_out_at_its_minute_and_once(scheduled: Edition, ben: User, at: datetime) -> None:
    clocks = Hours(), Hours()
    assert clocks[0].send_due(at - timedelta(seconds=1)) == 0
    assert [clock.send_due(at) for clock in clocks] == [1, 0]
    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.sent_at, scheduled.sent_by) == ("sending", at, ben)
    assert Dispatch.objects.filter(kind=EDITIONS).count() == 1


def test_what_the_checks_stop_comes_back_and_those_who_may_send_are_told(
    scheduled: Edition, ada: User, paula: User, at: datetime
) -> None:
    Subscription.objects.update(state="left")
    assert Hours().send_due(at) == 0
    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.send_at) == ("draft", None)
    assert scheduled.held_back
    assert told() == {"ben@ledger.test", "paula@ledger.test"}


def test_an_hour_that_is_long_over_is_for_a_person(scheduled: Edition, at: datetime) -> None:
    assert Hours().send_due(at + TOO_LATE + timedelta(seconds=1)) == 0
    scheduled.refresh_from_db()
    assert "no worker was running" in scheduled.held_back


def test_an_hour_that_was_taken_back_at_the_last_instant_sends_nothing(
    scheduled: Edition, ben: User, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = hours.send_edition

    def after_all(edition: Edition, **how: Any) -> Edition:
        unschedule_edition(Edition.objects.get(pk=edition.pk), by=ben)
        return send(edition, **how)

    monkeypatch.setattr(hours, "send_edition", after_all)
    assert Hours().send_due(at) == 0
    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.held_back) == ("draft", "")
    assert not Dispatch.objects.exists()


def test_words_that_are_written_at_that_very_moment_go_out_with_the_next_tick(
    scheduled: Edition, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter_of = sending.letter_of

    def slowly(edition: Edition, **how: Any) -> Any:
        Edition.objects.filter(pk=edition.pk).update(subject="Typed just now")
        return letter_of(edition, **how)

    monkeypatch.setattr(sending, "letter_of", slowly)
    clock = Hours()
    assert clock.send_due(at) == 0
    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.held_back) == ("scheduled", "")
    assert clock.send_due(at + timedelta(seconds=5)) == 1
    assert Dispatch.objects.get().name == "Typed just now"


def test_one_that_cannot_be_made_holds_up_no_other_and_is_given_back(
    scheduled: Edition, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(edition: Edition, **_: Any) -> None:
        raise RuntimeError("a block's own code")

    monkeypatch.setattr(hours, "send_edition", broken)
    clock = Hours()
    looks = [at, at + timedelta(seconds=5), *(at + PAUSE * n for n in range(1, TRIES))]
    for look in looks:
        scheduled.refresh_from_db()
        assert scheduled.state == "scheduled"
        clock.send_due(look)
    scheduled.refresh_from_db()
    assert scheduled.state == "draft"
    assert "RuntimeError" in scheduled.held_back


def test_an_hour_that_has_passed_is_refused(edition: Edition, ben: User) -> None:
    with pytest.raises(ValidationError, match="passed"):
        schedule_edition(edition, at=timezone.now(), by=ben)


def test_another_hour_takes_the_place_of_the_first(scheduled: Edition, ben: User, at: datetime) -> None:
    schedule_edition(scheduled, at=at + IN_AN_HOUR, by=ben)
    assert [Hours().send_due(at), Hours().send_due(at + IN_AN_HOUR)] == [0, 1]
    with pytest.raises(ValidationError):
        unschedule_edition(scheduled, by=ben)
    with pytest.raises(ValidationError):
        schedule_edition(scheduled, at=at + 2 * IN_AN_HOUR, by=ben)
