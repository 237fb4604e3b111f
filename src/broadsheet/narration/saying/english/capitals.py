"""Sentences set in capitals, where capitals tell nothing.

Every word gets small letters behind its first, but for acronyms that cannot be taken for words. “US” is the country
only where it comes first.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.acronyms import is_known

_WORD = re.compile(r"[^\W\d_]++")
_SHORTEST, _FEWEST = 5, 2


def shouts(text: str) -> bool:
    """Whether a whole sentence is set in capitals: two words or more, one of them longer than acronyms are."""
    words = _WORD.findall(text)
    return (
        text.isupper()
        and len(words) >= _FEWEST
        and any(len(word) >= _SHORTEST and not is_known(word) for word in words)
    )


def calmed(text: str) -> str:
    """The sentence in small letters where it was in capitals."""
    return _WORD.sub(_calm, text)


def _calm(found: re.Match[str]) -> str:
    word = found[0]
    beside = text[found.end() : found.end() + 1] if (text := found.string) else ""
    if not word.isupper() or (beside.isdigit() or (found.start() and text[found.start() - 1].isdigit())):
        return word
    if is_known(word) or (word == "US" and not found.start()):
        return word
    after_apostrophe = found.start() and text[found.start() - 1] in "’'"
    return word.lower() if after_apostrophe else word[0] + word[1:].lower()
