"""Telephone numbers, digit by digit, with a short pause between their groups; nought is “oh”.

One is known by its + or its leading nought, by the American pattern, or by a word such as “call” before it.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.numbers import digits
from broadsheet.narration.saying.rule import rule


def _said(number: str) -> str:
    plus = "plus " if number.startswith("+") else ""
    return plus + ", ".join(digits(group, zero="oh") for group in re.findall(r"\d+", number))


def _groups(found: re.Match[str]) -> str:
    return _said(found[0])


_CALLING = r"\b(?P<verb>(?:[Cc]all|[Dd]ial|[Rr]ing)(?:ed|led|ing|ling)? )"
_EMERGENCY = "999|911|988|112|111|101"
RULES = (
    rule(r"(?<![\w.,])\+\d{1,3}(?:[ .-]?\(?\d{2,5}\)?){2,6}+(?!\w)", _groups),
    rule(r"(?<![\w.,(])\(?0\d{2,5}\)?(?:[ -]\d{2,6}){1,4}+(?![\w-])", _groups),
    rule(r"(?<![\w.,(])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\w-])", _groups),
    rule(
        rf"{_CALLING}(?P<number>{_EMERGENCY}|\d{{5,6}}+|\d{{2,6}}+(?:[ -]\d{{2,6}}){{1,3}}+)(?![\w%-]|[.,]\d)",
        lambda found: found["verb"] + _said(found["number"]),
    ),
)
