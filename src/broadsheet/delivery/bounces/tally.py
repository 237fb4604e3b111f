"""How many mails said what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from broadsheet.delivery.bounces.taking_in import Taken, Verdict

MOST_NAMED = 20


@dataclass(slots=True)
class Tally:
    """Counts, and the addresses that were named without a proof: a few of them, however many there are."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    unproven: Counter[str] = field(default_factory=Counter)

    def add(self, taken: Taken) -> None:
        """One mail more."""
        self.counts[taken.verdict] += 1
        for address in taken.addresses:
            if address in self.unproven or len(self.unproven) < MOST_NAMED:
                self.unproven[address] += 1

    def lines(self) -> list[tuple[str, int]]:
        """Each verdict in words with its number, the rarer ones only where there are any."""
        always = (Verdict.HARD, Verdict.SOFT, Verdict.COMPLAINT, Verdict.UNKNOWN, Verdict.FOREIGN)
        return [(one.value, self.counts[one]) for one in Verdict if one in always or self.counts[one]]

    def __str__(self) -> str:
        return ", ".join(f"{words.lower()}: {count}" for words, count in self.lines() if count) or "nothing"
