"""What a voice is to say: words, and here and there sounds that the lexicon spells out."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words to say as they are written; with `ipa`, these sounds in their place where a voice can make them."""

    words: str
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence for a voice. `terms` are the lexicon's terms that shaped it, as they stand there."""

    runs: tuple[Run, ...]
    terms: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The whole as words, for voices that make no single sounds and for eyes."""
        return "".join(run.words for run in self.runs)

    @property
    def key(self) -> str:
        """The same for whatever sounds the same."""
        return json.dumps([[run.words, run.ipa] for run in self.runs], ensure_ascii=False)


def plainly(words: str) -> Spoken:
    """Words that nothing was done to."""
    return Spoken((Run(words),))
