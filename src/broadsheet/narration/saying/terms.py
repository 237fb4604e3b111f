"""Finds the lexicon's terms in a sentence and keeps them out of the rules' way.

Whole words only, the longest first. In English a possessive goes with its term (“Kyiv’s”): its sound is added where the
lexicon gives sounds, else it stays as words. Inside another word, or an address, nothing is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from broadsheet.narration.lexicon import Entry, Lexicon
from broadsheet.narration.spoken import Run, Spoken

_FIRST, _MOST = 0xE000, 0xF8FF - 0xE000 + 1
_HISSING = ("s", "z", "ʃ", "ʒ", "ɕ", "ʑ")
_VOICELESS = ("p", "t", "k", "f", "θ", "c", "x")


@dataclass(slots=True)
class Hidden:
    """A sentence in which every term is one private character, and what those stand for."""

    text: str
    runs: list[Run] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    def reveal(self, text: str) -> Spoken:
        """The sentence as the rules left it, with the terms back in their places."""
        runs: list[Run] = []
        for piece in re.split(r"([\ue000-\uf8ff])", text):
            if piece:
                _add(runs, self._run(piece))
        return Spoken(tuple(runs), tuple(dict.fromkeys(self.terms)))

    def _run(self, piece: str) -> Run:
        place = ord(piece[0]) - _FIRST
        return self.runs[place] if 0 <= place < len(self.runs) else Run(piece)


def hide(text: str, lexicon: Lexicon, *, language: str, capitals: bool) -> Hidden:
    """Put a private character for every term. In capitals nothing tells the case, so none is asked for."""
    hidden = Hidden(text)
    entries = _entries_in(text, lexicon)
    if not entries:
        return hidden

    def take(found: re.Match[str]) -> str:
        *terms, possessive = found.groups()
        entry = entries[next(place for place, term in enumerate(terms) if term)]
        hidden.runs.append(_said(entry, "’s" if possessive else ""))
        hidden.terms.append(entry.term)
        return chr(_FIRST + len(hidden.runs) - 1)

    pattern = _pattern(entries, language=language, capitals=capitals)
    hidden.text = pattern.sub(take, text, count=_MOST)
    return hidden


def _entries_in(text: str, lexicon: Lexicon) -> list[Entry]:
    lower = text.lower()
    found = [entry for entry in lexicon.entries if entry.term.strip() and entry.term.lower() in lower]
    return sorted(found, key=lambda entry: (-len(entry.term), not entry.match_case))


def _pattern(entries: list[Entry], *, language: str, capitals: bool) -> re.Pattern[str]:
    terms = "|".join(
        f"({re.escape(entry.term)})"
        if entry.match_case and not capitals
        else f"((?i:{re.escape(entry.term)}))"
        for entry in entries
    )
    possessive = r"([’'][sS](?!\w))?" if language == "en" else "((?!))?"
    return re.compile(rf"(?<![\w@])(?<!\w[’'ʼ])(?:{terms}){possessive}(?!\w)(?![.’'ʼ]\w)")


def _said(entry: Entry, possessive: str) -> Run:
    sound = _sound(entry.ipa) if entry.ipa and possessive else ""
    return Run((entry.respelling or entry.term) + possessive, entry.ipa + sound)


def _sound(ipa: str) -> str:
    last = ipa.rstrip("ː ʰʲˈˌ.")
    if last.endswith(_HISSING):
        return "ɪz"
    return "s" if last.endswith(_VOICELESS) else "z"


def _add(runs: list[Run], run: Run) -> None:
    """Neighbours that are both plain words are one run: what sounds the same has the same key."""
    if runs and not runs[-1].ipa and not run.ipa:
        runs[-1] = Run(runs[-1].words + run.words)
    else:
        runs.append(run)
