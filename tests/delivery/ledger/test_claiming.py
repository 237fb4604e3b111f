"""Workers claim batches; nobody is claimed twice, and what a dead worker left is taken over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from broadsheet.delivery.actions.pausing import pause_dispatch, resume_dispatch, stop_dispatch
from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.delivery.ledger.claiming import LEASE, Batch, claim
from broadsheet.delivery.ledger.closing import close
from broadsheet.delivery.ledger.recording import ClaimLostError, Recorder
from broadsheet.delivery.ledger.taking_over import take_over
from broadsheet.delivery.models import Claim, Delivery, Dispatch
from broadsheet.delivery.transports.contract import Fate, Outcome
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db


def take(most: int = 10, *, worker: str = "one", in_flight: int = 2) -> Batch | None:
    return claim(worker, in_flight=in_flight, most=most)


def accept(batch: Batch, *numbers: int) -> None:
    Recorder(batch)([Outcome(batch.rows[n].number, Fate.ACCEPTED, 250, "Ok") for n in numbers])


def states() -> str:
    """The ledger in the order of its rows, a letter each."""
    return "".join(state[0] for state in Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_two_workers_never_hold_the_same_row():
    make_dispatch(5)
    first, second = take(3), take(3, worker="two")
    assert [row.address.partition("@")[0] for row in first.rows] == ["reader1", "reader2", "reader3"]
    assert [row.address.partition("@")[0] for row in second.rows] == ["reader4", "reader5"]
    assert take() is None


def test_letters_go_before_editions():
    make_dispatch(5)
    post_letter(EmailMessage("Confirm", "…", "a@paper.example", ["cleo@reader.example"]))
    assert [row.address for row in take().rows] == ["cleo@reader.example"]
    assert len(take().rows) == 5


def test_a_letter_that_waits_for_its_next_try_holds_up_no_other():
    post_letter(EmailMessage("Confirm", "…", "a@paper.example", ["dan@reader.example"]))
    batch = take()
    Recorder(batch)([Outcome(batch.rows[0].number, Fate.LATER, 450, "Busy")])
    close(batch.claim)
    post_letter(EmailMessage("Confirm", "…", "a@paper.example", ["cleo@reader.example"]))
    assert [row.address for row in take(1).rows] == ["cleo@reader.example"]


def test_a_batch_that_was_not_offered_whole_frees_the_rest():
    dispatch = make_dispatch(4)
    batch = take()
    accept(batch, 0)
    close(batch.claim)
    assert states() == "aqqq"
    dispatch.refresh_from_db()
    assert (dispatch.accepted, dispatch.state) == (1, "sending")


def test_a_dispatch_ends_with_its_last_row(django_capture_on_commit_callbacks):
    dispatch = make_dispatch(2)
    batch = take()
    accept(batch, 0, 1)
    assert Dispatch.objects.get().state == "sending"
    close(batch.claim)
    close(batch.claim)  # twice is once
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.accepted, dispatch.failed) == ("done", 2, 0)
    assert dispatch.ended_at is not None


def test_a_letter_that_has_gone_is_not_kept():
    dispatch = post_letter(EmailMessage("Confirm", "secret", "a@paper.example", ["cleo@reader.example"]))
    batch = take()
    accept(batch, 0)
    close(batch.claim)
    dispatch.refresh_from_db()
    assert (dispatch.state, bytes(dispatch.message)) == ("done", b"")


def test_of_a_worker_that_was_killed_only_the_first_unanswered_rows_are_uncertain():
    make_dispatch(6)
    batch = take(5, in_flight=2)
    accept(batch, 0, 2)  # the second one's connection is slower
    assert take_over(now=timezone.now() + LEASE / 2) == 0
    assert take_over(now=timezone.now() + LEASE * 2) == 1
    assert states() == "aqaqqq"
    uncertain = Delivery.objects.filter(uncertain=True).values_list("address", flat=True)
    assert sorted(one.partition("@")[0] for one in uncertain) == ["reader2", "reader4"]
    assert take_over(now=timezone.now() + LEASE * 3) == 0
    assert Dispatch.objects.get().accepted == 2


def test_a_worker_that_is_known_to_be_dead_is_not_waited_for():
    make_dispatch(3)
    take(2, worker="one")
    take(1, worker="two")
    assert take_over(dead=["one"]) == 1
    assert states() == "qqs"


def test_a_worker_that_was_only_slow_learns_that_its_claim_is_gone():
    make_dispatch(3)
    batch = take()
    take_over(now=timezone.now() + LEASE * 2)
    again = take(worker="two")
    with pytest.raises(ClaimLostError):
        accept(batch, 0)
    assert states() == "sss"  # they are the second worker's
    accept(again, 0)
    close(batch.claim)  # and the first cannot free them
    assert states() == "ass"


def test_every_record_holds_the_claim_for_another_while():
    make_dispatch(2)
    batch = take()
    Claim.objects.update(leased_until=timezone.now() + timedelta(seconds=1))
    Recorder(batch)([])
    assert Claim.objects.get().leased_until > timezone.now() + LEASE / 2


def test_a_paused_dispatch_is_not_claimed_and_goes_on_where_it_was():
    dispatch = make_dispatch(3)
    batch = take(1)
    assert pause_dispatch(dispatch)
    assert not pause_dispatch(dispatch)
    accept(batch, 0)  # what was under way is written down
    close(batch.claim)
    assert take() is None
    assert resume_dispatch(dispatch)
    assert len(take().rows) == 2


def test_a_dispatch_whose_last_row_came_while_it_was_paused_ends_when_it_goes_on():
    dispatch = make_dispatch(1)
    batch = take()
    pause_dispatch(dispatch)
    accept(batch, 0)
    close(batch.claim)
    resume_dispatch(dispatch)
    assert dispatch.state == "sending"
    dispatch.refresh_from_db()
    assert dispatch.state == "done"


def test_a_stopped_dispatch_sends_nothing_more_not_even_what_was_claimed():
    dispatch = make_dispatch(4)
    batch = take(2)
    assert stop_dispatch(dispatch) == 2
    accept(batch, 0)
    close(batch.claim)
    assert states() == "accc"
    assert not resume_dispatch(dispatch)
    assert Dispatch.objects.get().state == "stopped"
