"""The lines of a day's key developments, as readers may see them now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from broadsheet.wire.round_ups.words import time_in_words

BLOCK = "key_developments"


@dataclass(frozen=True, slots=True)
class Line:
    """One development: its item, and the words for it. A retracted item has no words, not even an editor's."""

    item: Any
    words: str
    time: str  # when it was corrected or retracted

    @property
    def retracted(self) -> bool:
        return bool(self.item.is_retracted)

    @property
    def corrected(self) -> bool:
        return bool(self.item.is_corrected)

    @property
    def reason(self) -> str:
        """Why it was retracted."""
        return str(self.item.retraction_reason)


def lines_of(value: Any) -> Iterator[Line]:
    """The lines of a block's value; drafts, and items that were taken back or deleted, leave none."""
    for entry in value["lines"]:
        if line := line_of(entry, value["day"]):
            yield line


def line_of(entry: Any, day: date | None) -> Line | None:
    """The line of one development; None where readers see none."""
    item = entry["item"]
    if item is None or not item.is_visible:
        return None
    moment = item.retracted_at if item.is_retracted else item.corrected_at
    words = "" if item.is_retracted else (entry["wording"] or "").strip() or item.headline
    return Line(item, words, time_in_words(moment, day=day) if moment else "")


def named_in(raw: Iterable[Any]) -> set[int]:
    """The ids of the items that a body names, from the body as it is stored."""
    values = (block["value"] for block in raw if block["type"] == BLOCK)
    entries = (entry for value in values for entry in value.get("lines") or ())
    items = (entry.get("value", entry).get("item") for entry in entries)
    return {int(pk) for pk in items if pk}
