"""Measures: “12 km”, “30°C”, “km/h”, “6ft 2in”, and what is so much “per” something.

The unit follows its number: one kilometre, two kilometres, “a five kilometre run”, “a five-kilometre run”. Heights are
said as people say them: six foot two. A unit of one letter is one only beside its number.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.numbers import NUMBER, START, cardinal, describes, is_one
from broadsheet.narration.saying.rule import rule

_METRIC = {
    "km": "kilometre",
    "m": "metre",
    "cm": "centimetre",
    "mm": "millimetre",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "µg": "microgram",
    "l": "litre",
    "L": "litre",
    "ml": "millilitre",
    "ha": "hectare",
    "t": "tonne",
    "km²": "square kilometre",
    "m²": "square metre",
    "m³": "cubic metre",
    "cm³": "cubic centimetre",
    "km2": "square kilometre",
    "m2": "square metre",
    "m3": "cubic metre",
    "sq km": "square kilometre",
    "sq m": "square metre",
    "cu m": "cubic metre",
    "cc": "c c",
}
_IMPERIAL = {
    "mi": "mile",
    "yd": "yard",
    "yds": "yard",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "st": "stone",
    "in": "inch",
    "ft": "foot",
    "sq ft": "square foot",
    "sq mi": "square mile",
    "ac": "acre",
}
_POWER = {
    "V": "volt",
    "kV": "kilovolt",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "TW": "terawatt",
    "Wh": "watt hour",
    "kWh": "kilowatt hour",
    "MWh": "megawatt hour",
    "GWh": "gigawatt hour",
    "TWh": "terawatt hour",
    "mAh": "milliamp hour",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "dB": "decibel",
    "Pa": "pascal",
    "hPa": "hectopascal",
    "kPa": "kilopascal",
    "kJ": "kilojoule",
    "kcal": "kilocalorie",
    "hp": "horsepower",
    "bhp": "brake horsepower",
    "kt": "knot",
}
_DATA = {
    "kB": "kilobyte",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "PB": "petabyte",
    "Mbps": "megabit per second",
    "Gbps": "gigabit per second",
    "ppm": "part per million",
    "px": "pixel",
}
_TIME = {
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "ms": "millisecond",
    "yr": "year",
    "yrs": "year",
}
_HEAT = {
    "°C": "degree Celsius",
    "℃": "degree Celsius",
    "°F": "degree Fahrenheit",
    "℉": "degree Fahrenheit",
    "°": "degree",
    "º": "degree",
}
_SPEED = {
    "km/h": "kilometre per hour",
    "kmh": "kilometre per hour",
    "kph": "kilometre per hour",
    "mph": "mile per hour",
    "m/s": "metre per second",
    "rpm": "revolution per minute",
    "mpg": "mile per gallon",
    "bpd": "barrel per day",
}
_UNITS = {**_METRIC, **_IMPERIAL, **_POWER, **_DATA, **_TIME, **_HEAT, **_SPEED}
# What is a word, or a letter with other uses, where a space stands before it.
_ONLY_BESIDE = {"in", "st", "t", "h", "g", "L", "mi", "ac", "V", "kt", "ms", "Pa"}
_SAME = ("hertz", "stone", "horsepower", "c c")  # in the plural too
_PER = {
    "kg": "kilogram",
    "g": "gram",
    "l": "litre",
    "km": "kilometre",
    "m": "metre",
    "h": "hour",
    "hr": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "person": "person",
    "night": "night",
    "MWh": "megawatt hour",
    "kWh": "kilowatt hour",
    "tonne": "tonne",
    "ton": "ton",
    "barrel": "barrel",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "s": "second",
    "ha": "hectare",
    "head": "head",
}
_LONGEST_FIRST = sorted(_UNITS, key=len, reverse=True)
_SPACED = "|".join(re.escape(unit) for unit in _LONGEST_FIRST if unit not in _ONLY_BESIDE)
_BESIDE = "|".join(re.escape(unit) for unit in _LONGEST_FIRST)
_HYPHENED = "|".join(re.escape(unit) for unit in _LONGEST_FIRST if len(unit) > 1)
_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def _plural(unit: str) -> str:
    first, space, rest = unit.partition(" ")
    if unit.endswith(_SAME):
        return unit
    if (
        first in ("square", "cubic", "watt", "kilowatt", "megawatt", "gigawatt", "terawatt", "milliamp")
        and space
    ):
        return f"{first} {_plural(rest)}"
    if first == "foot":
        return f"feet{space}{rest}"
    return f"{first}{'es' if first == 'inch' else 's'}{space}{rest}"


def _measure(found: re.Match[str]) -> str:
    unit = _UNITS[found["unit"]]
    one = is_one(found["number"]) or describes(found, "the")
    return f"{cardinal(found['number'])} {unit if one else _plural(unit)}"


def _height(found: re.Match[str]) -> str:
    return f"{cardinal(found['feet'])} foot {cardinal(found['inches'])}"


def _place(found: re.Match[str]) -> str:
    minutes, seconds = found["minutes"], found["seconds"]
    said = [cardinal(found["degrees"]), "degrees"]
    said += [str(cardinal(str(int(minutes)))), "minutes"] if minutes else []
    said += [str(cardinal(str(int(seconds)))), "seconds"] if seconds else []
    return " ".join((*said, _POINTS[found["point"]]))


RULES = (
    rule(
        rf"{START}(?P<degrees>{NUMBER})°\s?(?:(?P<minutes>\d{{1,2}})[′’']\s?)?(?:(?P<seconds>\d{{1,2}})[″”\"]\s?)?(?P<point>[NSEW])\b",
        _place,
    ),
    rule(rf"{START}(?P<feet>\d)\s?ft\.?,?\s?(?P<inches>\d{{1,2}})\s?in(?:s|ches)?\b", _height),
    rule(rf"{START}(?P<feet>\d)[’'′]\s?(?P<inches>\d{{1,2}})(?:[”\"″]|\b)", _height),
    rule(
        rf"{START}(?P<number>{NUMBER})-(?P<unit>{_HYPHENED})(?![\w’']|-\d)",
        lambda found: f"{cardinal(found['number'])}-{_UNITS[found['unit']].replace(' ', '-')}",
    ),
    rule(rf"{START}(?P<number>{NUMBER})(?:(?P<unit>{_BESIDE}))(?![\w’'²³/])", _measure),
    rule(rf"{START}(?P<number>{NUMBER})\s(?P<unit>{_SPACED})(?![\w’'²³/])", _measure),
    rule(r"(?<![\w.,])(?P<number>\d++\.\d++)s\b", lambda found: f"{cardinal(found['number'])} seconds"),
)
# Before money and units, which go by the number next to them.
PER = (
    rule(
        rf"(?<=[\w²³])/(?P<unit>{'|'.join(sorted(_PER, key=len, reverse=True))})(?!\w)(?<!km/h)(?<!m/s)",
        lambda found: f" per {_PER[found['unit']]}",
    ),
)
# What is left of “x²” when no unit took it.
POWERS = (
    rule(r"(?<=\w)²", " squared"),
    rule(r"(?<=\w)³", " cubed"),
)
