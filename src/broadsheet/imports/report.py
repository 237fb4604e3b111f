"""What an import did, to be shown as a table and written as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of one foreign thing."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


# The order of the table's lines; kinds that are not named here follow.
ORDER = (
    "stories",
    "pages",
    "sections",
    "topics",
    "authors",
    "pictures",
    "documents",
    "redirects",
    "comments",
    "other",
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the operator should know about one foreign thing."""

    kind: str
    foreign_id: str
    title: str
    words: str


@dataclass
class Report:
    """Counts by kind, and remarks. `is_rehearsal` says that nothing was written."""

    source: str
    is_rehearsal: bool = False
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    skips: Counter[tuple[str, str]] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)
    missing_files: dict[str, list[str]] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    seconds: float = 0

    def count(self, kind: str, outcome: Outcome, *, number: int = 1) -> None:
        """Add to what was read and to what became of it."""
        counter = self.counts.setdefault(kind, Counter())
        counter["read"] += number
        counter[outcome] += number

    def skip(self, kind: str, reason: str, *, number: int = 1) -> None:
        """Count something that was left out, and why."""
        self.count(kind, Outcome.SKIPPED, number=number)
        self.skips[kind, reason] += number

    def remark(self, kind: str, foreign_id: str | int, title: str, words: str) -> None:
        """Note something about one foreign thing."""
        self.remarks.append(Remark(kind, str(foreign_id), title, words))

    def miss(self, address: str, used_by: str) -> None:
        """Note a file that the media folder does not hold, or that is not what its name says."""
        places = self.missing_files.setdefault(address, [])
        if used_by not in places:
            places.append(used_by)

    def say(self, words: str) -> None:
        """Note something about the whole export, once."""
        if words not in self.general:
            self.general.append(words)

    def table(self) -> list[tuple[str, Counter[str]]]:
        """The counts, kind by kind, what matters most on top."""
        known = [kind for kind in ORDER if kind in self.counts]
        return [(kind, self.counts[kind]) for kind in (*known, *(self.counts.keys() - set(known)))]

    def as_json(self) -> dict[str, Any]:
        """The whole report in plain values."""
        return {
            "source": self.source,
            "rehearsal": self.is_rehearsal,
            "seconds": round(self.seconds, 1),
            "counts": {kind: {str(name): n for name, n in counter.items()} for kind, counter in self.table()},
            "skipped": [
                {"kind": kind, "reason": reason, "number": number}
                for (kind, reason), number in self.skips.items()
            ],
            "remarks": [
                {"kind": one.kind, "id": one.foreign_id, "title": one.title, "remark": one.words}
                for one in self.remarks
            ],
            "missing_files": [
                {"address": address, "used_by": places}
                for address, places in sorted(self.missing_files.items())
            ],
            "notes": self.general,
        }
