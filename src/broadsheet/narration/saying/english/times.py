"""The time of day.

With a.m. or p.m. the hour alone where there are no minutes (“six p.m”). On a 24-hour clock as the World Service has it:
“eighteen thirty”, “nine oh five”, “eighteen hundred”; the hours of the morning and noon are “nine o’clock”, “twelve
o’clock”, and 00:00 is midnight. “18.30” is a time only after “at”. “a.m” keeps its inner stop, or voices take the a for
the article.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.numbers import cardinal
from broadsheet.narration.saying.rule import rule

# The last stop of an abbreviation is the sentence's where nothing follows.
STOPPED = r"(?:\.(?!\W*$)|(?=\.))"
_HALF = rf"(?P<half>[aApP])(?:\.[mM]{STOPPED}|[mM]\b)"
_CLOCK = r"(?<![\w.,:$£€])(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_ZONES = r"(?=\s?(?:GMT|UTC|BST|CET|EET|EST|EDT|hrs|hours|local time)\b)"
_NOON = 12
_MIDNIGHT = (0, 24)


def _minutes(minute: str) -> str:
    if minute == "00":
        return ""
    return f" oh {cardinal(minute[1])}" if minute.startswith("0") else f" {cardinal(minute)}"


def _by_halves(found: re.Match[str]) -> str:
    minute = _minutes(found.groupdict().get("minute") or "00")
    return f"{cardinal(str(int(found['hour'])))}{minute} {found['half'].lower()}.m"


def _by_24(found: re.Match[str]) -> str:
    hour, minutes = int(found["hour"]), _minutes(found["minute"])
    second = found.groupdict().get("second")
    seconds = f" and {cardinal(str(int(second)))} seconds" if second else ""
    if minutes or seconds:
        return cardinal(str(hour)) + minutes + seconds
    if hour in _MIDNIGHT:
        return "midnight"
    return f"{cardinal(str(hour))} {'o’clock' if hour <= _NOON else 'hundred'}"


def _military(found: re.Match[str]) -> str:
    hour = found["hour"]
    said = f"oh {cardinal(hour[1])}" if hour.startswith("0") else cardinal(hour)
    return said + (_minutes(found["minute"]) or " hundred")


RULES = (
    rule(r"(?<=-\d\d)T(?=\d\d:\d\d)", ", "),
    rule(r"(?<=\d)\s?(?P<half>[ap])\.?m\.?\s?[-–—]\s?(?=\d)", lambda found: f"{found['half']}m to "),
    rule(
        rf"{_CLOCK}\s?[-–]\s?(?=\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b)",
        lambda found: f"{cardinal(found['hour'])} to ",
    ),
    rule(r"(?<=\d:\d\d)\s?[-–]\s?(?=\d{1,2}:\d\d)", " to "),
    rule(rf"{_CLOCK}[:.]{_MINUTE}\s?{_HALF}", _by_halves),
    rule(rf"{_CLOCK}\s?{_HALF}", _by_halves),
    rule(rf"{_CLOCK}:{_MINUTE}(?::(?P<second>[0-5]\d))?(?![\w:]|[.,]\d)", _by_24),
    rule(rf"(?<=\b[Aa]t ){_CLOCK}\.{_MINUTE}(?![\w%]|[.,]\d| per| million| billion)", _by_24),
    rule(rf"(?<![\w.,:])(?P<hour>[01]\d|2[0-3]){_MINUTE}{_ZONES}", _military),
)
