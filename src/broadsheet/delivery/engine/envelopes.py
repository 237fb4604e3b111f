"""From a claimed row to a message in its envelope."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator

from django.conf import settings

from broadsheet.delivery import references
from broadsheet.delivery.bounces.verp import verp
from broadsheet.delivery.ledger.claiming import Batch, Row
from broadsheet.delivery.letters.letter import Letter, UnfitAddressError
from broadsheet.delivery.letters.message_ids import message_id
from broadsheet.delivery.letters.signing import signer_for
from broadsheet.delivery.models import Dispatch
from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, Record
from broadsheet.kit.addresses import on_the_wire

logger = logging.getLogger(__name__)

LONGEST = 3.0  # seconds that a batch is offered; a slow server must not hold up letters, or a pause


class Envelopes:
    """The batch's messages, filled when their turn comes."""

    def __init__(self, batch: Batch, *, record: Record, is_over: Callable[[], bool]) -> None:
        self._batch = batch
        self._record = record
        self._is_over = is_over
        self._letters: dict[int, tuple[Letter, str]] = {}

    def __iter__(self) -> Iterator[Envelope]:
        end = time.monotonic() + LONGEST
        for row in self._batch.rows:
            if time.monotonic() > end or self._is_over():
                return
            envelope = self._fill(row)
            if envelope is not None:
                yield envelope

    def _fill(self, row: Row) -> Envelope | None:
        letter, sender = self._letter(row.dispatch)
        name = message_id(row.number, sender=sender)
        token = references.sign(row.reference) if row.reference is not None else ""
        try:
            data = letter.fill(address=on_the_wire(row.address), token=token, message_id=name)
        except UnfitAddressError as error:
            # Nobody else is held up by it; the row says what is wrong.
            self._record([Outcome(row.number, Fate.NEVER, answer=str(error))])
            return None
        back = verp(row.number) if settings.BOUNCE_ADDRESS else sender
        return Envelope(row.number, sender=back, recipient=row.address, message_id=name, data=data)

    def _letter(self, number: int) -> tuple[Letter, str]:
        if number not in self._letters:
            dispatch = Dispatch.objects.get(pk=number)
            signer = signer_for(dispatch.sender)
            self._letters[number] = Letter(bytes(dispatch.message), signer=signer), dispatch.sender
        return self._letters[number]
