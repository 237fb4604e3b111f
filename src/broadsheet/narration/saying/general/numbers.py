"""Numbers in the languages that num2words knows; in others they stay as they stand.

Whole numbers to twelve digits, longer ones digit by digit; decimals with a comma or a point as the language writes
them; percentages where the word is known. Ordinals and years need a grammar: Ukrainian has its own.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from num2words import CONVERTER_CLASSES, num2words

from broadsheet.narration.saying.rule import Rule, rule

# “1.234,5”; never the beginning of a longer one.
NUMBER = r"(?P<number>(?:\d{1,3}(?:\.\d{3})++(?!\d)|\d++)(?:,\d++)?+)"
_NUMBER_WITH_POINT = r"(?P<number>(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)"
START = r"(?<![\w.,:/-])"
END = r"(?![\w:/]|[.,-]\d)"
_LONGEST = 12
_HANGING = {"am"}  # of large numbers num2words never comes back in Amharic
_WITH_POINT = {"zh", "ja", "ko", "th", "he", "ar", "fa", "te", "kn", "bn"}
_PER_CENT = {
    "de": "Prozent",
    "fr": "pour cent",
    "es": "por ciento",
    "it": "per cento",
    "pt": "por cento",
    "nl": "procent",
    "pl": "procent",
    "cs": "procent",
    "sk": "percent",
    "sv": "procent",
    "da": "procent",
    "no": "prosent",
    "ro": "la sută",
    "hu": "százalék",
    "fi": "prosenttia",
    "sl": "odstotkov",
    "lt": "procentų",
}


def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a language, none where its numbers are not known."""
    if language not in CONVERTER_CLASSES or language in _HANGING:
        return ()
    number = _NUMBER_WITH_POINT if language in _WITH_POINT else NUMBER

    def said(found: re.Match[str]) -> str:
        words = spoken(found["number"], language)
        return f"{words} {_PER_CENT[language]}" if words and "%" in found[0] else words or found[0]

    percent = (rule(rf"{START}{number}\s?%", said),) if language in _PER_CENT else ()
    return (*percent, rule(rf"{START}{number}{END}", said))


def spoken(written: str, language: str, *, feminine: bool = False) -> str:
    """A number as the language writes it in words, "" where the library fails at it."""
    if language in _WITH_POINT:
        return _spoken(written.replace(",", ""), language, feminine=feminine)
    return _spoken(written.replace(".", "").replace(",", "."), language, feminine=feminine)


@lru_cache(maxsize=2048)
def _spoken(number: str, language: str, *, feminine: bool) -> str:
    whole, _, part = number.partition(".")
    if len(whole) + len(part) > _LONGEST or (len(whole) > 1 and whole.startswith("0")):
        return " ".join(_in_words(digit, language) for digit in number if digit.isdigit())
    return _in_words(number, language, **({"gender": "feminine"} if feminine else {}))


def _in_words(number: str, language: str, **grammar: str) -> str:
    value = Decimal(number) if "." in number else int(number)
    try:
        return str(num2words(value, lang=language, **grammar))
    # Its languages are by many hands and fail in many ways: what it cannot say stays as it is written.
    except Exception:
        return ""
