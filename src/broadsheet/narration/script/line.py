"""One sentence of a script."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from broadsheet.narration.spoken import Spoken


class Kind(StrEnum):
    """What part of the story a line comes from."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "list item"
    SPEAKER = "speaker"
    QUOTE = "quote"
    FACTS = "fact box"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is read aloud, and where it comes from.

    `block` is the id of the body's block, or “headline”, “standfirst”, “byline”. `passage` names the paragraph within
    it by its text (`passages.name_of`). `written` is the sentence as readers see it, or, where an editor gave other
    words, those words. `pause` is the silence after it in seconds.
    """

    kind: Kind
    block: str
    passage: str
    written: str
    spoken: Spoken
    pause: float
    replaced: bool = False  # whether an editor gave other words than the page has
