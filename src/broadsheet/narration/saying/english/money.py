"""Sums of money.

“£3.20” is three pounds twenty, “$0.99” ninety-nine cents; below ten pence the coins are named (“three pounds and five
pence”). With a magnitude the point is said: two point five billion dollars. Before what it describes the coin is in the
singular: “a two billion dollar loan”. “m” is a million only of money, or of people and the like; else metres.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadsheet.narration.saying.english.numbers import NUMBER, START, cardinal, describes, is_one
from broadsheet.narration.saying.rule import rule


@dataclass(frozen=True, slots=True)
class _Coin:
    one: str
    many: str
    small: str = ""
    smalls: str = ""


def _decimal(one: str, many: str) -> _Coin:
    return _Coin(one, many, "cent", "cents")


_DOLLAR = _decimal("dollar", "dollars")
_POUND = _Coin("pound", "pounds", "penny", "pence")
_EURO = _decimal("euro", "euros")
# As it sounds: with a y voices say “aitch-rivnia”.
_HRYVNIA = _Coin("hrivnia", "hrivnias", "kopiyka", "kopiykas")
_COINS = {
    "US$": _decimal("U S dollar", "U S dollars"),
    "A$": _decimal("Australian dollar", "Australian dollars"),
    "C$": _decimal("Canadian dollar", "Canadian dollars"),
    "NZ$": _decimal("New Zealand dollar", "New Zealand dollars"),
    "HK$": _decimal("Hong Kong dollar", "Hong Kong dollars"),
    "$": _DOLLAR,
    "£": _POUND,
    "€": _EURO,
    "₴": _HRYVNIA,
    "¥": _Coin("yen", "yen"),
    "₹": _Coin("rupee", "rupees"),
    "₽": _Coin("rouble", "roubles", "kopek", "kopeks"),
    "₩": _Coin("won", "won"),
    "₺": _Coin("lira", "lira"),
    "₿": _Coin("bitcoin", "bitcoin"),
    "USD": _decimal("U S dollar", "U S dollars"),
    "GBP": _POUND,
    "EUR": _EURO,
    "UAH": _HRYVNIA,
    "CHF": _Coin("Swiss franc", "Swiss francs"),
    "PLN": _Coin("zloty", "zlotys"),
    "JPY": _Coin("yen", "yen"),
    "CNY": _Coin("yuan", "yuan"),
    "RUB": _Coin("rouble", "roubles", "kopek", "kopeks"),
}
_MAGNITUDES = {
    "k": "thousand",
    "thousand": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "million": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "billion": "billion",
    "t": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "trillion": "trillion",
    "hundred": "hundred",
}
_SIGN = rf"(?P<sign>{'|'.join(re.escape(sign) for sign in _COINS)})"
_MAGNITUDE = rf"(?:[\s-]?(?P<magnitude>{'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})(?!\w))"
_TO = rf"(?:\s?(?:[-–]|to)\s?(?P=sign)?(?P<last>{NUMBER}))?"
_PEOPLE = (
    r"(?= (?:people|voters|homes|users|children|viewers|readers|listeners|customers|jobs|tonnes|tons|barrels"
    r"|workers|pupils|patients|households|passengers|copies|doses|refugees|migrants|visitors|views|followers|subscribers|shares)\b|-strong\b)"
)
_CENTS = 2


def _sum(found: re.Match[str]) -> str:
    coin = _COINS[found["sign"].upper()]
    number, last = found["number"], found.groupdict().get("last")
    magnitude = _MAGNITUDES.get((found["magnitude"] or "").lower(), "")
    alone = describes(found)
    if not magnitude and not last and coin.small and len(number.partition(".")[2]) == _CENTS:
        return _with_small(coin, number, describes=alone)
    said = " to ".join(cardinal(each) for each in (number, last) if each)
    one = alone or (is_one(last or number) and not magnitude)
    return " ".join(part for part in (said, magnitude, coin.one if one else coin.many) if part)


def _with_small(coin: _Coin, number: str, *, describes: bool) -> str:
    whole, _, part = number.partition(".")
    small = int(part)
    single = small == 1 or (describes and coin.small == "cent")
    smalls = f"{cardinal(str(small))} {coin.small if single else coin.smalls}"
    if not int(whole.replace(",", "")):
        return smalls
    large = f"{cardinal(whole)} {coin.one if describes or is_one(whole) else coin.many}"
    if not small:
        return large
    return f"{large} {cardinal(str(small))}" if small >= 10 else f"{large} and {smalls}"


def _pence(found: re.Match[str]) -> str:
    one = is_one(found["number"])
    said = cardinal(found["number"])
    if "p" in found[0]:
        return f"{said} {'penny' if one else 'pence'}"
    return f"{said} {'cent' if one else 'cents'}"


def _many(found: re.Match[str]) -> str:
    return f"{cardinal(found['number'])} {_MAGNITUDES[found['magnitude'].lower()]}"


RULES = (
    rule(r"(?<=\w)\s?[-–]\s?(?=[$£€¥₴]\d)", " to "),
    rule(rf"(?<![\w$£€]){_SIGN}\s?(?P<number>{NUMBER}){_TO}{_MAGNITUDE}?", _sum, re.IGNORECASE),
    rule(
        rf"{START}(?P<number>{NUMBER}){_MAGNITUDE}?\s?(?P<sign>[€£₴$₽₹]|(?:USD|GBP|EUR|UAH|CHF|PLN|JPY|CNY|RUB)\b)(?!\d)",
        _sum,
        re.IGNORECASE,
    ),
    rule(rf"{START}(?!(?:480|720|1080|1440|2160)p)(?P<number>{NUMBER})[p¢](?!\w)", _pence),
    rule(rf"{START}(?P<number>{NUMBER})\s?(?P<magnitude>k|mn|mln|bn|bln|tn|trn)\b", _many),
    rule(rf"{START}(?P<number>{NUMBER})(?P<magnitude>M)(?!\w)", _many),
    rule(rf"{START}(?P<number>{NUMBER})(?P<magnitude>m){_PEOPLE}", _many),
)
