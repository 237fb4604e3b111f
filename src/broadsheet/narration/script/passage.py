"""A paragraph as listeners get it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from broadsheet.narration.script.line import Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item, or who speaks: its words as readers see them, and the silence after it in seconds."""

    kind: Kind
    block: str
    words: str
    pause: float

    @property
    def name(self) -> str:
        """By its words, so that what an editor arranged for them ends when they change."""
        return name_of(self.words)


def name_of(words: str) -> str:
    """The name of a passage with these words; spaces do not matter."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:32]
