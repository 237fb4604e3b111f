"""Numbers that no rule knew, so that none is left to a voice's own ideas."""

from __future__ import annotations

from broadsheet.narration.saying.english.numbers import NUMBER, cardinal, several
from broadsheet.narration.saying.rule import rule

_ROUND = {"10": "tens", "100": "hundreds", "1000": "thousands"}
RULES = (
    rule(r"(?<![\w.,])(?P<number>10{1,2}|1,?000)s\b", lambda found: _ROUND[found["number"].replace(",", "")]),
    rule(rf"(?<![\w.,])(?P<number>{NUMBER})s\b", lambda found: several(cardinal(found["number"]))),
    rule(rf"(?<![\w.,-])(?P<number>{NUMBER})(?![\w])", lambda found: cardinal(found["number"])),
    rule(NUMBER, lambda found: f" {cardinal(found[0])} "),
)
