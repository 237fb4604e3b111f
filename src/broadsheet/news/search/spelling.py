"""The words that a reader meant."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.kit.stems import fold
from broadsheet.news.search.engine import Engine, Term

_SHORTEST = 4  # letters; shorter words are as near to too many others


def corrected(words: Sequence[str], engine: Engine) -> list[str] | None:
    """`words` with each that no story has replaced by the nearest that one has; None if nothing is nearer."""
    better = [word if engine.knows(word) else _nearest(word, engine) for word in words]
    return better if better != list(words) else None


def _nearest(word: str, engine: Engine) -> str:
    folded = fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha():
        return word
    most = 1 if len(folded) < 6 else 2
    ranked = [
        (distance(folded, fold(term.word), most=most), -term.stories, term.word)
        for term in _real(engine, word)
    ]
    near = [entry for entry in ranked if 0 < entry[0] <= most]
    return min(near)[2] if near else word


def _real(engine: Engine, word: str) -> list[Term]:
    return [term for term in engine.like(word) if len(term.word) >= _SHORTEST - 1 and term.word.isalpha()]


def distance(one: str, other: str, *, most: int) -> int:
    """Letters to add, drop, change or exchange with their neighbour to come from `one` to `other`.

    The optimal string alignment distance (Boytsov 2011, doi:10.1145/1963190.1963191). More than `most` is
    given as `most + 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i, *([0] * len(other))]
        for j, wanted in enumerate(other, start=1):
            change = 0 if letter == wanted else 1
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + change)
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], last[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]
