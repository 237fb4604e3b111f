"""Words without what no voice can say."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # they shape words in Persian and Hindi, and emoji


def plain(words: str) -> str:
    """In one line, without control characters, marks of direction, and halves of characters."""
    return " ".join("".join(map(_shown, words)).split())


def is_said(words: str) -> bool:
    """Whether there is a letter or a digit: a line of stars is silence."""
    return any(sign.isalnum() for sign in words)


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf" and sign not in _JOINERS:
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Cn") else sign
