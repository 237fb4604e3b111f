"""Numbers as words, and the piece of a pattern that finds one.

Up to fifteen digits a number is said as one; longer ones, and those with a nought before them, digit by digit, as an
account or a code is. What follows the point is said digit by digit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from num2words import num2words

# “1,234”, “1,234.5”, “12.50”; never the beginning of a longer one.
NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+"
START = r"(?<![\w.,])"
_NOUN = re.compile(r" (?!(?:a|an|in|on|to|of|and|or|per|for|by|is|was|that|which|he|she|they|we|it)\b)[a-z]")
_ARTICLE = 6
_LONGEST = 15
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@lru_cache(maxsize=2048)
def cardinal(number: str) -> str:
    """“1,234.5” → one thousand two hundred and thirty-four point five."""
    whole, _, part = number.replace(",", "").partition(".")
    point = f" point {digits(part)}" if part else ""
    if len(whole) > _LONGEST or (len(whole) > 1 and whole.startswith("0")):
        return digits(whole) + point
    return _in_words(int(whole or "0")) + point


@lru_cache(maxsize=512)
def ordinal(number: str) -> str:
    """“22” → twenty-second."""
    plain = number.replace(",", "")
    if len(plain) > _LONGEST:
        return digits(plain)
    return str(num2words(int(plain), to="ordinal")).replace(",", "")


@lru_cache(maxsize=512)
def year(number: str) -> str:
    """“1998” → nineteen ninety-eight, “2004” → two thousand and four, “1805” → eighteen oh five."""
    value = int(number)
    if value % 1000 < 10 or not 1000 <= value <= 2999:
        return cardinal(number)
    return str(num2words(value, to="year")).replace("oh-", "oh ")


def digits(number: str, *, zero: str = "zero") -> str:
    """“007” → zero zero seven."""
    return " ".join(zero if digit == "0" else _DIGITS[int(digit)] for digit in number if digit.isdigit())


def several(word: str) -> str:
    """A number's word in the plural: “nineties”, “hundreds”, “sixes”."""
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("x", "s")) else f"{word}s"


def is_one(number: str) -> bool:
    """Whether what is counted stands in the singular."""
    return number == "1"


def describes(found: re.Match[str], *articles: str) -> bool:
    """Whether an amount stands before what it describes, and so in the singular: “a £5m loan”, “a 10km run”."""
    before = (
        found.string[max(0, found.start() - _ARTICLE) : found.start()]
        .lower()
        .rpartition(" ")[0]
        .rpartition(" ")[2]
    )
    return before in ("a", "an", *articles) and bool(_NOUN.match(found.string, found.end()))


def _in_words(number: int) -> str:
    return str(num2words(number)).replace(",", "")
