"""Write down what the server said, before anything more is offered to it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from broadsheet.delivery.actions.bounces import note_bounce
from broadsheet.delivery.actions.pausing import pause_dispatch
from broadsheet.delivery.ledger.claiming import LEASE, Batch
from broadsheet.delivery.ledger.retries import given_up, pause_before
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.delivery.transports.contract import Fate, Outcome

IN_A_ROW = 50  # errors after which a person has to look

_ACCEPTED = (
    "UPDATE delivery_delivery SET state = 'accepted', tries = tries + 1, message_id = %s, code = %s, answer = %s,"
    " ended_at = %s WHERE id = %s AND claim_id = %s AND state = 'sending'"
)
_CLAIM = (
    "UPDATE delivery_claim SET accepted = accepted + %s, failed = failed + %s, leased_until = %s"
    " WHERE id = %s AND ended_at IS NULL"
)


HOLD = 0.5  # seconds between two writes of the claim's own row, which cost as much as a message


class ClaimLostError(Exception):
    """The lease ran out and another worker has the rows: nothing more of them may be offered."""


class PausedError(Exception):
    """Too many errors in a row: the dispatch waits for a person."""


class Recorder:
    """Writes the outcomes of one claim.

    One transaction for each call. The time of the database is what a message costs most, so an acceptance is one
    statement, and the claim's own row is written now and then.
    """

    def __init__(self, batch: Batch, *, errors_in_a_row: int = 0) -> None:
        self._claim = batch.claim
        self._in_a_row = errors_in_a_row
        self._accepted = self._failed = 0  # since the claim was held
        self._hold_at = 0.0

    def __call__(self, outcomes: Sequence[Outcome]) -> None:
        """Save what became of these, and hold the claim for another while.

        Raises `ClaimLostError` or `PausedError`, in both cases after all was saved that could be.
        """
        now = timezone.now()
        with transaction.atomic():
            written = self._accept(outcomes, now)
            for outcome in outcomes:
                if outcome.fate is not Fate.ACCEPTED:
                    done, is_final = _fail(outcome, self._claim.pk, now)
                    written, self._failed = written + done, self._failed + is_final
            held = self._hold(now)
            self._count_errors(outcomes)
        if written < len(outcomes) or not held:
            raise ClaimLostError
        self._pause_if_all_fail()

    def _accept(self, outcomes: Sequence[Outcome], now: datetime) -> int:
        written = 0
        with connection.cursor() as cursor:
            for one in outcomes:
                if one.fate is Fate.ACCEPTED:
                    values = (one.message_id, one.code, one.answer[:500], now, one.number, self._claim.pk)
                    cursor.execute(_ACCEPTED, values)
                    written += cursor.rowcount
        self._accepted += written
        return written

    def _hold(self, now: datetime) -> bool:
        """Extend the lease, and count. Whether the claim is still ours, as far as was looked."""
        if time.monotonic() < self._hold_at:
            return True
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, [self._accepted, self._failed, now + LEASE, self._claim.pk])
            held = bool(cursor.rowcount)
        self._accepted = self._failed = 0
        self._hold_at = time.monotonic() + HOLD
        return held

    def _count_errors(self, outcomes: Sequence[Outcome]) -> None:
        before = self._in_a_row
        for outcome in outcomes:
            self._in_a_row = 0 if outcome.fate is Fate.ACCEPTED else self._in_a_row + 1
        if self._claim.dispatch_id is not None and self._in_a_row != before:
            Dispatch.objects.filter(pk=self._claim.dispatch_id).update(errors_in_a_row=self._in_a_row)

    def _pause_if_all_fail(self) -> None:
        if self._in_a_row < IN_A_ROW or self._claim.dispatch is None:
            return
        last = Delivery.objects.filter(dispatch=self._claim.dispatch_id).exclude(answer="")
        words = (
            last.filter(pk__range=(self._claim.first, self._claim.last))
            .values_list("answer", flat=True)
            .last()
        )
        pause_dispatch(
            self._claim.dispatch,
            reason=f"{self._in_a_row} messages in a row were refused. The last answer: {words or 'none'}",
        )
        raise PausedError


def _fail(outcome: Outcome, claim: int, now: datetime) -> tuple[int, bool]:
    """Write down that it was not accepted: how many rows that were ours (one or none), and whether for good."""
    row = Delivery.objects.filter(pk=outcome.number, claim=claim, state="sending").first()
    if row is None:
        return 0, False
    row.tries += 1
    row.code, row.answer = outcome.code, outcome.answer[:500]
    row.uncertain = row.uncertain or outcome.fate is Fate.UNCERTAIN
    is_final = outcome.fate is Fate.NEVER or given_up(row, now)
    if is_final:
        row.state, row.ended_at = Delivery.State.FAILED, now
    else:
        row.state, row.retry_at = Delivery.State.DEFERRED, now + pause_before(row.tries)
    row.save(update_fields=["tries", "code", "answer", "uncertain", "state", "ended_at", "retry_at"])
    if outcome.blames_address and outcome.fate is Fate.NEVER:
        note_bounce(row, hard=True, words=row.answer)
    return 1, is_final


def errors_so_far(dispatch: int | None) -> int:
    """How many in a row have failed until now."""
    if dispatch is None:
        return 0
    found = Dispatch.objects.filter(pk=dispatch).values_list("errors_in_a_row", flat=True).first()
    return found or 0
