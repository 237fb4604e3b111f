"""Letters said one by one: “U N”, “F.A.O”.

Voices take a capital A that stands alone for the article. Where it is among the letters they are joined by stops, which
voices read as letters; alone it takes a hyphen.
"""

from __future__ import annotations


def spelt(letters: str, ending: str = "") -> str:
    """“EU” → “E U”; with the ending of a possessive or a plural: “E U’s”."""
    if not ending:
        return _joined(letters)
    head = _joined(letters[:-1])
    space = "" if head.endswith("-") else " "
    return f"{head}{space}{letters[-1]}{ending}".strip()


def _joined(letters: str) -> str:
    if letters.upper() == "A":
        return f"{letters}-"
    return ("." if "A" in letters.upper() else " ").join(letters)
