"""Words compared as a reader compares them: without case, accents and simple English endings."""

from __future__ import annotations

import re
import unicodedata

_LAST_LATIN = "\u024f"
_ASCII_WORD = re.compile(r"[a-z]{4,}")
_VOWEL = re.compile(r"[aeiouy]")
_WHOLE = frozenset({"news", "series", "species", "united", "during", "evening", "morning", "wednesday"})


def fold(word: str) -> str:
    """`word` without case and without the accents of Latin letters, as SQLite's `unicode61` compares."""
    return "".join(_plain_letter(letter) for letter in unicodedata.normalize("NFC", word).casefold())


def stem(word: str) -> str:
    """What the forms of an English word have in common: “ferry” and “ferries”, “close”, “closing”.

    Words in other scripts and short words are their own stems. Only endings that are safe to take off are
    taken off, so two words with one stem are nearly always one word.
    """
    folded = fold(word)
    if not _ASCII_WORD.fullmatch(folded) or folded in _WHOLE:
        return folded
    base = _without_verb_ending(_without_plural(folded))
    base = base.removesuffix("e") if len(base) > 3 else base
    return f"{base[:-1]}i" if base.endswith("y") and len(base) > 2 else base


def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base <= _LAST_LATIN else letter


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and _VOWEL.search(base):
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
    return word
