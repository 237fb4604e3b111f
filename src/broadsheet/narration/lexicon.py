"""The newsroom's lexicon as the script needs it; the entries themselves are `models.Term`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """How a term is said: `respelling` in plain words (“Keev”), or `ipa` (“kiːv”) where a voice knows it.

    At least one of both is given. Without a respelling, voices that make no single sounds say the term as it is.
    """

    term: str
    respelling: str = ""
    ipa: str = ""
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one language."""

    entries: tuple[Entry, ...] = ()


EMPTY = Lexicon()
