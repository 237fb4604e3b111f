"""A way out that does as it is told, and remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, Record


class Obedient:
    """Offers one message after another; `answer` says what becomes of each."""

    in_flight = 1

    def __init__(self, answer: Callable[[Envelope], Outcome] | None = None) -> None:
        self.seen: list[Envelope] = []
        self.closed = 0
        self._answer = answer or accepted

    def deliver(self, envelopes: Iterator[Envelope], record: Record) -> None:
        """One outcome for each."""
        for envelope in envelopes:
            self.seen.append(envelope)
            record([self._answer(envelope)])

    def close(self) -> None:
        """Count it."""
        self.closed += 1

    def check(self) -> str:
        """Always well."""
        return "nowhere"


def accepted(envelope: Envelope) -> Outcome:
    return Outcome(envelope.number, Fate.ACCEPTED, 250, "Ok", envelope.message_id)
