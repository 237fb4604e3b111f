"""What a reader asked, as words. Nothing that they type means anything to the database."""

from __future__ import annotations

import re
import unicodedata

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12

# Combining marks belong to their letter; Python's \w leaves them out.
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0670\u0900-\u0dff]+[^\W_]*)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)


def clean_query(text: str) -> str:
    """`text` as it can be shown again: one line, no control characters, not too long."""
    printable = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)
    return " ".join(printable[:LONGEST_QUERY].split())


def words_of(query: str) -> list[str]:
    """The words to look for, each once; quotes, operators and other signs are left out."""
    normal = unicodedata.normalize("NFC", _POSSESSIVE.sub("", query))
    return list(dict.fromkeys(word.lower() for word in WORD.findall(normal)))[:MOST_WORDS]
