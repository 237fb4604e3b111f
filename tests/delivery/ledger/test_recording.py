"""What the server said decides what happens next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.delivery.ledger.claiming import claim
from broadsheet.delivery.ledger.closing import close
from broadsheet.delivery.ledger.recording import IN_A_ROW, PausedError, Recorder, errors_so_far
from broadsheet.delivery.ledger.waking import wake
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.delivery.signals import dispatch_paused
from broadsheet.delivery.transports.contract import Fate, Outcome
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db


def say(fate: Fate, code: int | None = None, answer: str = "", *, times: int = 1) -> None:
    """Claim so many rows, and have the server say this of each."""
    batch = claim("one", in_flight=2, most=times)
    record = Recorder(batch, errors_in_a_row=errors_so_far(batch.claim.dispatch_id))
    try:
        for row in batch.rows:
            record([Outcome(row.number, fate, code, answer, f"<{row.number}@paper.example>")])
    finally:
        close(batch.claim)


def test_an_acceptance_keeps_the_servers_answer_and_the_message_id():
    make_dispatch(1)
    say(Fate.ACCEPTED, 250, "2.0.0 Ok: queued as 4XyZ")
    row = Delivery.objects.get()
    assert (row.state, row.code, row.answer, row.tries) == ("accepted", 250, "2.0.0 Ok: queued as 4XyZ", 1)
    assert row.message_id == f"<{row.pk}@paper.example>"


def test_a_temporary_failure_is_tried_again_with_growing_pauses():
    make_dispatch(1)
    pauses = []
    for _ in range(4):
        say(Fate.LATER, 450, "4.2.0 Greylisted")
        row = Delivery.objects.get()
        pauses.append(row.retry_at - timezone.now())
        assert (row.state, row.code) == ("deferred", 450)
        assert wake() == 0
        assert wake(now=row.retry_at) == 1
    assert pauses == sorted(pauses)
    assert timedelta(seconds=50) < pauses[0] < timedelta(minutes=2)
    assert Delivery.objects.get().tries == 4
    assert Dispatch.objects.get().state == "sending"


def test_after_a_day_it_is_given_up():
    make_dispatch(1)
    say(Fate.LATER, 450, "4.2.0 Greylisted")
    Delivery.objects.update(first_tried_at=timezone.now() - timedelta(hours=25), state="queued")
    say(Fate.LATER, 450, "4.2.0 Greylisted")
    assert Delivery.objects.get().state == "failed"
    assert (Dispatch.objects.get().state, Dispatch.objects.get().failed) == ("done", 1)


def test_a_refusal_is_final():
    make_dispatch(1)
    say(Fate.NEVER, 550, "5.1.1 No such user")
    row = Delivery.objects.get()
    assert (row.state, row.code, row.answer, row.uncertain) == ("failed", 550, "5.1.1 No such user", False)
    assert wake(now=timezone.now() + timedelta(days=2)) == 0


def test_what_may_have_arrived_is_marked_and_tried_again():
    make_dispatch(1)
    say(Fate.UNCERTAIN, answer="The connection broke")
    assert (Delivery.objects.get().state, Delivery.objects.get().uncertain) == ("deferred", True)
    wake(now=timezone.now() + timedelta(hours=1))
    say(Fate.ACCEPTED, 250, "Ok")
    assert (Delivery.objects.get().state, Delivery.objects.get().uncertain) == ("accepted", True)


def test_errors_in_a_row_pause_the_dispatch_and_tell_before_the_list_is_burnt():
    dispatch = make_dispatch(IN_A_ROW * 2)
    told = []

    def hear(**said) -> None:
        told.append(said["reason"])

    dispatch_paused.connect(hear)
    try:
        say(Fate.NEVER, 554, "5.7.1 Your network is blocked", times=IN_A_ROW - 10)
        assert told == []
        with pytest.raises(PausedError):
            say(Fate.NEVER, 554, "5.7.1 Your network is blocked", times=IN_A_ROW)
    finally:
        dispatch_paused.disconnect(hear)
    assert told == [
        f"{IN_A_ROW} messages in a row were refused. The last answer: 5.7.1 Your network is blocked"
    ]
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.failed) == ("paused", IN_A_ROW)
    assert Delivery.objects.filter(state="queued").count() == IN_A_ROW


def test_one_acceptance_ends_a_row_of_errors():
    make_dispatch(IN_A_ROW * 2)
    say(Fate.NEVER, 554, "5.7.1 No", times=IN_A_ROW - 1)
    say(Fate.ACCEPTED, 250, "Ok")
    say(Fate.NEVER, 554, "5.7.1 No", times=IN_A_ROW - 1)
    assert Dispatch.objects.get().state == "sending"


def test_a_very_long_answer_is_cut():
    make_dispatch(2)
    say(Fate.ACCEPTED, 250, "x" * 5000)
    say(Fate.NEVER, 550, "x" * 5000)
    assert {len(answer) for answer in Delivery.objects.values_list("answer", flat=True)} == {500}
