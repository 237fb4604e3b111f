"""Dates and years.

British: “17 September” is the seventeenth of September and “Sept. 17” September the seventeenth; American: September
seventeenth. 17/9/2026 is read by the country's order, and the other way where that is no date. After “In” a number
behind a month is none of its days (“In May 17 people …”).

Four digits from 1100 to 2099 without a comma are a year (behind “in” and “since” from 1000), unless a word such as
“about” before them or a plural behind them tells that something is counted.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.numbers import cardinal, ordinal, several, year
from broadsheet.narration.saying.english.times import STOPPED
from broadsheet.narration.saying.rule import Rule, rule

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = {name[:3]: name for name in MONTHS} | {"Sept": "September", "June": "June", "July": "July"}
_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Weds": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_MONTH = (
    rf"(?P<month>{'|'.join(MONTHS)}|(?:Sept|{'|'.join(name[:3] for name in MONTHS)})\b(?:\.(?!\W*$))?)(?!\w)"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
_LAST = r"(?:\s?[-–]\s?(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)?(?![\w:%]|[.,/]\d)"
_YEAR = r"(?:(?P<comma>,?) (?P<year>1\d{3}|20\d\d)(?![\w%]|[.,]\d|[-–]\d))?"
_ANY_YEAR = r"(?P<year>1\d\d\d|20\d\d)"
_NUMERIC = (
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<by>[/.])(?P<two>\d{1,2})(?P=by)(?P<year>(?:1\d|20)\d\d)(?![\w/]|\.\d)"
)
_ISO = r"(?<![\w./-])(?P<year>1\d{3}|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])"
# A plural behind a number; “census” and “crisis” are none.
COUNTED = re.compile(
    r" (?:people|men|women|children|(?!was\b|has\b|as\b|its\b|series\b)[a-z]{1,30}(?<![siu])s\b)"
)
_COUNTING = {
    "about",
    "some",
    "nearly",
    "than",
    "almost",
    "least",
    "roughly",
    "exactly",
    "most",
    "another",
    "over",
    "only",
}
_DATING = {
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "our",
    "this",
    "of",
    "in",
    "early",
    "late",
    "since",
    "by",
    "and",
}
_LAST_MONTH = 12
_WORD = 12  # characters, enough for the word before


def _month(written: str) -> str:
    return _SHORT.get(written.rstrip("."), written)


def _day(number: str) -> str:
    return ordinal(str(int(number)))


def _day_first(found: re.Match[str]) -> str:
    last = f" to the {_day(found['last'])}" if found["last"] else ""
    when = f" {year(found['year'])}" if found["year"] else ""
    return f"the {_day(found['day'])}{last} of {_month(found['month'])}{when}"


def _month_first(found: re.Match[str], the: str) -> str:
    last = f" to {the}{_day(found['last'])}" if found["last"] else ""
    when = f", {year(found['year'])}" if found["year"] else ""
    return f"{_month(found['month'])} {the}{_day(found['day'])}{last}{when}"


def _numeric(found: re.Match[str], *, american: bool) -> str:
    day, month = int(found["one"]), int(found["two"])
    if american:
        day, month = month, day
    if month > _LAST_MONTH:
        day, month = month, day
    return _date(day, month, found["year"], american=american) or found[0]


def _date(day: int, month: int, number: str, *, american: bool) -> str:
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= 31):
        return ""
    if american:
        return f"{MONTHS[month - 1]} {_day(str(day))}, {year(number)}"
    return f"the {_day(str(day))} of {MONTHS[month - 1]} {year(number)}"


def _year(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _WORD) : found.start()].rstrip().rpartition(" ")[2].lower()
    dated = before in _DATING or before.endswith(("’s", "'s", "s’"))
    early = found["year"].startswith("10") and before not in ("in", "since")
    if early or before in _COUNTING or (not dated and COUNTED.match(found.string, found.end())):
        return found[0]
    return year(found["year"])


def _decade(found: re.Match[str]) -> str:
    *front, last = re.split(r"(?<=[ -])", year(found["year"]))
    return "".join((*front, several(last)))


def _iso(found: re.Match[str], *, american: bool) -> str:
    return _date(int(found["day"]), int(found["month"]), found["year"], american=american)


def rules(*, american: bool) -> tuple[Rule, ...]:
    """The rules for dates in the order of the country."""
    the = "" if american else "the "
    return (
        rule(
            rf"(?<![\w.,:$£€-])(?P<first>\d{{1,2}} {_MONTH})\s?[-–—]\s?(?=\d{{1,2}} [A-Z])", r"\g<first> to "
        ),
        rule(_ISO, lambda found: _iso(found, american=american)),
        rule(_NUMERIC, lambda found: _numeric(found, american=american)),
        rule(rf"\b(?:[Tt]he )?(?<![\w.,:$£€-]){_DAY}{_LAST}(?: of)? {_MONTH}{_YEAR}", _day_first),
        rule(rf"(?<!\b[Ii]n )\b{_MONTH} {_DAY}{_LAST}{_YEAR}", lambda found: _month_first(found, the)),
        *_WORDS,
        *_YEARS,
    )


_SHORT_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_WORDS = (
    rule(
        r"\bMon(?:day)?\s?[-–]\s?(?P<day>Fri|Sat|Sun)(?:day)?\b",
        lambda found: f"Monday to {_DAYS[found['day']]}",
    ),
    rule(
        rf"\b(?P<day>{_SHORT_DAY})\b\.?(?=,? (?:\d|the \w|{'|'.join(MONTHS)}))",
        lambda found: _DAYS[found["day"]],
    ),
    rule(rf"\b(?P<day>Mon|Tues?|Weds?|Thu(?:rs?)?|Fri){STOPPED}", lambda found: _DAYS[found["day"]]),
    rule(
        rf"\b(?P<month>Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b{STOPPED}?",
        lambda found: _SHORT[found["month"]],
    ),
    rule(
        r"\b(?P<month>Mar|Apr|Jun|Jul|Sep)\b\.?(?= (?:\d{4}|[12]\d{3}))", lambda found: _SHORT[found["month"]]
    ),
)
_YEARS = (
    rule(r"(?<![\w.,])(?<!\d-)(?P<year>(?:1\d|20)\d0)[’']?s\b", _decade),
    rule(r"[’‘'](?P<tens>[1-9])0s\b", lambda found: several(cardinal(f"{found['tens']}0"))),
    rule(r"(?<![\w.,])(?P<tens>[2-9])0s\b", lambda found: several(cardinal(f"{found['tens']}0"))),
    rule(r"(?<!\w)[’‘'](?P<year>\d\d)\b(?!s)", lambda found: cardinal(found["year"])),
    rule(
        rf"(?<![\w.,]){_ANY_YEAR}\s?[-–]\s?(?P<last>1[1-9]\d\d|20\d\d)(?![\w%]|[.,]\d)",
        lambda found: f"{year(found['year'])} to {year(found['last'])}",
    ),
    rule(
        rf"(?<![\w.,]){_ANY_YEAR}(?P<by>[-–/])(?P<last>\d\d)(?![\w%]|[-.,/]\d)",
        lambda found: (
            f"{year(found['year'])}{' ' if found['by'] == '/' else ' to '}{cardinal(str(int(found['last'])))}"
        ),
    ),
    rule(rf"(?<![\w.,$£€¥₴:+/]){_ANY_YEAR}(?![\w%°/+]|[.,:]\d|-\d)", _year),
)
