"""What is to be heard: the lines with the names of their sounds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from broadsheet.narration.making.errors import NothingToSayError
from broadsheet.narration.script.line import Line
from broadsheet.narration.script.reading import script_of
from broadsheet.narration.segments.keys import key_of
from broadsheet.narration.voices.contract import Identity
from broadsheet.news.models import Story


@dataclass(frozen=True, slots=True)
class Plan:
    """The lines of a story and the keys of their segments; the same `fingerprint` is the same audio."""

    lines: list[Line]
    keys: list[str]
    voice: Identity

    @property
    def fingerprint(self) -> str:
        parts = [[key, line.written, line.pause] for key, line in zip(self.keys, self.lines, strict=True)]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    @property
    def words(self) -> str:
        """Everything that it says, as it is written."""
        return "\n".join(line.written for line in self.lines)

    @property
    def terms(self) -> list[str]:
        """The lexicon's terms that were used."""
        return sorted({term for line in self.lines for term in line.spoken.terms})


def plan_for(story: Story, voice: Identity) -> Plan:
    """What is to be said. Raises `NothingToSayError`."""
    lines = script_of(story)
    if not lines:
        raise NothingToSayError("The story has no words that are read aloud.")
    return Plan(lines, [key_of(line.spoken, voice) for line in lines], voice)
