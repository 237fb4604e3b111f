"""Letters and numbers that are one name: “F-16”, “Su-35”, “G7”, “M25”, “COVID-19”, “5G”.

Up to three letters are spelt, longer ones are a word. Of three digits a round hundred is said as one (“S-400”), others
as one and two: A320 is A three twenty. Four and more are said digit by digit. Boeing's are “seven three seven”.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.letters import spelt
from broadsheet.narration.saying.english.numbers import NUMBER, START, cardinal, digits, several, year
from broadsheet.narration.saying.rule import rule

_WORDS = {"MiG": "MiG", "COVID": "Covid", "Covid": "Covid"}
_LETTERS = 3
_BUREAUS = (
    "Mi",
    "Su",
    "Ka",
    "Tu",
    "Il",
    "An",
    "Kh",
    "Bf",
)  # who built the aircraft; “An-124”, never “An 124”


def _number(number: str) -> str:
    if len(number) > _LETTERS or number.startswith("0"):
        return digits(number, zero="oh" if len(number) > 1 else "zero")
    if len(number) < _LETTERS or number.endswith("00"):
        return cardinal(number)
    rest = f"oh {cardinal(number[2])}" if number[1] == "0" else cardinal(number[1:])
    return f"{cardinal(number[0])} {rest}"


def _name(found: re.Match[str]) -> str:
    letters, number, ending = found["letters"], _number(found["number"]), found["ending"] or ""
    if ending == "s":
        number, ending = several(number), ""
    last = f" {spelt(ending).removesuffix('-')}" if ending else ""
    if letters == "A":
        return f"A-{number}{last}"
    return f"{spelt(letters.upper())} {number}{last}"


def _word(found: re.Match[str]) -> str:
    number = several(cardinal(found["number"])) if found["ending"] else cardinal(found["number"])
    return f"{_WORDS[found['word']]} {number}"


RULES = (
    rule(r"\b(?P<word>MiG|COVID|Covid)-?(?P<number>\d{1,3})(?P<ending>s?)\b", _word),
    rule(
        r"(?<![\w.,-])(?P<type>7\d7)-(?P<model>\d{1,3})(?!\w)",
        lambda found: f"{digits(found['type'])} {_number(found['model'])}",
    ),
    rule(
        r"(?<=Boeing )(?P<type>7\d7)(?P<ending>s?)(?!\w)|\b7\d7(?= MAX\b| Max\b)",
        lambda found: digits(found[0].rstrip("s")) + ("s" if found[0].endswith("s") else ""),
    ),
    rule(
        rf"(?<![\w.,-])(?:(?P<letters>[A-Z]{{1,3}}|{'|'.join(_BUREAUS)})[-‑]?)(?P<number>\d{{1,6}})(?P<ending>s|[A-Z]{{1,2}})?(?![\w]|[.,]\d)",
        _name,
    ),
    # “Apollo-11”, “under-21s”, “post-2014”.
    rule(
        r"(?<=[a-z])-(?P<number>\d{1,3})(?P<ending>s?)(?![\w]|[.,]\d)",
        lambda found: (
            f" {several(_number(found['number'])) if found['ending'] else _number(found['number'])}"
        ),
    ),
    rule(r"(?<=[a-z]-)(?P<year>1[1-9]\d\d|20\d\d)(?!\w)", lambda found: year(found["year"])),
)
# Behind what takes the letter for a unit.
NUMBERED = (
    rule(
        rf"{START}(?P<number>{NUMBER})(?P<letter>[A-Z])(?![\w’'])",
        lambda found: f"{cardinal(found['number'])} {spelt(found['letter'])}",
    ),
)
