"""Where what is said differs from what is written."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s*\S+\s*")

Pieces = list[tuple[str, bool]]  # words, and whether the other text has others in their place


def differences(written: str, said: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces; spaces, and the marks that end a word, make no difference."""
    ours, theirs = _WORDS.findall(written), _WORDS.findall(said)
    same = SequenceMatcher(None, [*map(_core, ours)], [*map(_core, theirs)], autojunk=False)
    left: Pieces = []
    right: Pieces = []
    for kind, a, b, c, d in same.get_opcodes():
        _add(left, "".join(ours[a:b]), differs=kind != "equal")
        _add(right, "".join(theirs[c:d]), differs=kind != "equal")
    return left, right


def _core(word: str) -> str:
    return word.strip().strip('.,;:!?“”„«»"()[]…') or word.strip()


def _add(pieces: Pieces, words: str, *, differs: bool) -> None:
    if not differs:
        pieces.append((words, False))
        return
    bare = words.rstrip()
    pieces += [piece for piece in ((bare, True), (words[len(bare) :], False)) if piece[0]]
