"""English as a newsreader says it: British by default, American where dates and scores differ.

The rules are applied one after another: `_whole`, `_numbers`, `_LAST`. What looks most like one thing only comes first
(an address, a telephone number, a date), what is left over last.
"""

from __future__ import annotations

import re
from functools import cache

from broadsheet.narration.saying.cleaning import sayable
from broadsheet.narration.saying.english import (
    abbreviations,
    acronyms,
    counts,
    dates,
    designations,
    leftovers,
    money,
    pauses,
    phones,
    roman,
    signs,
    times,
    units,
    web,
)
from broadsheet.narration.saying.english.capitals import calmed, shouts
from broadsheet.narration.saying.rule import Rule, follow

__all__ = ["said", "shouts"]


def said(text: str, *, american: bool, capitals: bool) -> str:
    """The sentence as it is said; private characters in it stand for terms and stay."""
    said = follow(_whole(american=american), calmed(text) if capitals else text)
    for each in _numbers(american=american):
        if not _DIGIT.search(said):
            break
        said = each.apply(said)
    said = follow(pauses.TIDY, sayable(follow(_LAST, said)))
    return said if text[:1].islower() else said[:1].upper() + said[1:]


_DIGIT = re.compile("[0-9]")


@cache
def _whole(*, american: bool) -> tuple[Rule, ...]:
    """What is known as a whole, and words."""
    return (
        *web.RULES,
        *phones.RULES,
        *times.RULES,
        *dates.rules(american=american),
        *abbreviations.RULES,
        *roman.RULES,
        *signs.BEFORE_NUMBERS,
        *units.PER,
        *counts.VULGAR_FRACTIONS,
    )


@cache
def _numbers(*, american: bool) -> tuple[Rule, ...]:
    """All other numbers; none of these rules looks for anything without a digit in it."""
    return (
        *counts.DOTTED,
        *counts.ORDINALS,
        *designations.RULES,
        *counts.PERCENT,
        *money.RULES,
        *counts.FRACTIONS,
        *counts.pairs("nothing" if american else "nil"),
        *units.RULES,
        *designations.NUMBERED,
        *leftovers.RULES,
    )


_LAST = (*units.POWERS, *acronyms.RULES, *signs.RULES, *pauses.RULES)
