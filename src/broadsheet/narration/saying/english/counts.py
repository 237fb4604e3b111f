"""Percentages, ordinals, fractions, scores and ranges.

Two small numbers with a hyphen or an en dash are a score when the first is not the smaller (“3-1”, “50-50”) or when the
sentence speaks of a game or a vote; else they are a range (“pages 4-6”). Nil is what British listeners hear in a score,
nothing Americans. With hundreds in it a result is said with “to”. “9/10” is a mark: nine out of ten.
"""

from __future__ import annotations

import re
import unicodedata

from broadsheet.narration.saying.english.dates import COUNTED
from broadsheet.narration.saying.english.numbers import NUMBER, START, cardinal, digits, ordinal, several
from broadsheet.narration.saying.rule import Rule, rule

_SCORING = re.compile(
    r"\b(?:won|win|wins|lost|lose|loses|beat|beats|beaten|defeat(?:ed)?|draw|drew|led|leads?|score[ds]?|victory|match|goals?"
    r"|half[- ]time|full[- ]time|aggregate|penalties|ruling|voted?|decision)\b",
    re.IGNORECASE,
)
_PARTS = {2: "half", 4: "quarter", 100: "hundredth"}
_DENOMINATORS = {2, 3, 4, 5, 6, 7, 8, 16, 32, 100}
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_HUNDRED, _TEN = 100, 10


def _fraction(top: int, bottom: int) -> str:
    if (top, bottom) == (1, 2):
        return "a half"
    part = _PARTS.get(bottom, ordinal(str(bottom)))
    if top == 1:
        return f"{'a' if bottom == 4 else 'one'} {part}"
    return f"{cardinal(str(top))} {several(part) if part != 'half' else 'halves'}"


def _vulgar(found: re.Match[str]) -> str:
    top, _, bottom = unicodedata.normalize("NFKC", found["fraction"]).partition("⁄")
    return _mixed(found["whole"], _fraction(int(top), int(bottom)))


def _mixed(whole: str | None, part: str) -> str:
    if not whole:
        return part
    return f"{cardinal(whole)} and {part}"


def _slashed(found: re.Match[str]) -> str:
    top, bottom = int(found["top"]), int(found["bottom"])
    whole = found.groupdict().get("whole")
    if 0 < top < bottom and bottom in _DENOMINATORS:
        return _mixed(whole, _fraction(top, bottom))
    said = (cardinal(str(top)), cardinal(str(bottom)))
    between = " out of " if bottom == _TEN and top <= bottom else " over " if top >= _HUNDRED else " "
    joined = between.join(said)
    return f"{cardinal(whole)} {joined}" if whole else joined


def _pair(found: re.Match[str], nil: str) -> str:
    one, two = int(found["one"]), int(found["two"])
    score = one >= two or (_SCORING.search(found.string) and not COUNTED.match(found.string, found.end()))
    said = [nil if score and value == 0 else cardinal(str(value)) for value in (one, two)]
    return (" " if score and max(one, two) < _HUNDRED else " to ").join(said)


def _row(found: re.Match[str]) -> str:
    return " ".join(cardinal(str(int(number))) for number in found[0].split("-"))


def _stopwatch(found: re.Match[str]) -> str:
    seconds = found["two"]
    return f"{cardinal(found['one'])} {digits(seconds, zero='oh') if seconds.startswith('0') else cardinal(seconds)}"


def _dotted(found: re.Match[str]) -> str:
    return " point ".join(
        digits(part) if len(part) > 1 and part[0] == "0" else cardinal(part) for part in found[0].split(".")
    )


VULGAR_FRACTIONS = (rule(rf"(?:{START}(?P<whole>\d{{1,6}})\s?)?(?P<fraction>[{_VULGAR}])", _vulgar),)
FRACTIONS = (
    rule(
        rf"{START}(?:(?P<whole>\d{{1,3}}) )?(?P<top>\d{{1,3}})[/⁄](?P<bottom>\d{{1,3}})(?![\w/]|[.,]\d)",
        _slashed,
    ),
)
# Versions and addresses of machines: 1.2.3.
DOTTED = (rule(r"(?<![\w.,])\d++(?:\.\d++){2,}+(?![\w])", _dotted),)
PERCENT = (
    rule(
        rf"{START}(?P<one>{NUMBER})\s?%\s?[-–]\s?(?=\d)",
        lambda found: f"{cardinal(found['one'])} per cent to ",
    ),
    rule(
        rf"{START}(?P<one>{NUMBER})\s?[-–]\s?(?P<two>{NUMBER})(?=\s?%)",
        lambda found: f"{found['one']} to {found['two']}",
    ),
    rule(
        rf"{START}(?P<number>{NUMBER})(?:\s?%|\s?pc\b)", lambda found: f"{cardinal(found['number'])} per cent"
    ),
    rule(rf"{START}(?P<number>{NUMBER})\s?‰", lambda found: f"{cardinal(found['number'])} per thousand"),
)
ORDINALS = (
    rule(
        r"(?<![\w.,])(?P<number>(?:\d[\d,]{0,20})?(?:1st|2nd|3rd|\dth))(?P<plural>s?)\b",
        lambda found: ordinal(found["number"][:-2]) + found["plural"],
    ),
)


def pairs(nil: str) -> tuple[Rule, ...]:
    """Scores and ranges; `nil` is how a score of nothing is said."""
    return (
        # “4-4-2”
        rule(r"(?<![\w.,:/–-])\d{1,2}(?:-\d{1,2}){2,5}+(?![\w%/-]|[.,:]\d)", _row),
        rule(r"(?<![\w.,:/-])9/11\b", "nine eleven"),
        rule(r"(?<![\w.,:/-])24/7\b", "twenty-four seven"),
        rule(
            r"(?<![\w.,:/–-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w%/°$£€]|[.,:]\d|[-–]\d|\s?(?:km|kg|m|cm|mm|ft|MW|GW|bn|mn)\b)",
            lambda found: _pair(found, nil),
        ),
        rule(
            rf"{START}(?P<one>{NUMBER})\s?[-–]\s?(?={NUMBER}(?![-–]\d))", lambda found: f"{found['one']} to "
        ),
        rule(
            r"(?<![\w.,:])(?P<one>\d{2}):(?P<two>[0-5]\d)(?![\w:]|[.,]\d)",
            _stopwatch,
        ),
        rule(
            r"(?<![\w.,:])(?P<one>\d{1,4}):(?P<two>\d{1,4})(?![\w:]|[.,]\d)",
            lambda found: f"{cardinal(str(int(found['one'])))} to {cardinal(str(int(found['two'])))}",
        ),
    )
