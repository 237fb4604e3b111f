"""English as a newsreader says it: British by default, American where dates and scores differ.

The rules are applied one after another in the order of `_rules`. What looks most like one thing only comes first (an
address, a telephone number, a date), what is left over last.
"""

from __future__ import annotations

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
    said = follow(_rules(american=american), calmed(text) if capitals else text)
    said = follow(pauses.TIDY, sayable(said))
    return said if text[:1].islower() else said[:1].upper() + said[1:]


@cache
def _rules(*, american: bool) -> tuple[Rule, ...]:
    return (
        *web.RULES,
        *phones.RULES,
        *times.RULES,
        *dates.rules(american=american),
        *abbreviations.RULES,
        *signs.BEFORE_NUMBERS,
        *counts.DOTTED,
        *counts.ORDINALS,
        *designations.RULES,
        *counts.PERCENT,
        *units.PER,
        *money.RULES,
        *counts.FRACTIONS,
        *counts.pairs("nothing" if american else "nil"),
        *units.RULES,
        *designations.NUMBERED,
        *roman.RULES,
        *leftovers.RULES,
        *acronyms.RULES,
        *signs.RULES,
        *pauses.RULES,
    )
