"""Acronyms and initials.

Two to four capitals are spelt (“U N”), longer ones only without a vowel, unless the lists say otherwise: NATO and OPEC
are words, UNHCR is not. Short words in capitals for emphasis are words. “US” is the country wherever not all is in
capitals. Initials before a name are said as letters: J K Marsh.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.english.abbreviations import NAME
from broadsheet.narration.saying.english.letters import spelt
from broadsheet.narration.saying.english.times import STOPPED
from broadsheet.narration.saying.rule import rule


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_AS_WORDS = _words(
    "NATO NASA OPEC AIDS UNESCO UNICEF FIFA UEFA ASEAN AUKUS BRICS COVID SARS MERS LASER RADAR SONAR "
    "NAFTA ACAS COBRA SAGE DEFRA OFCOM OFSTED HIMARS NIMBY YIMBY SWAT SCUBA BAFTA INTERPOL EUROPOL "
    "FRONTEX FEMA OSHA CERN IKEA LEGO VISA ZOOM UNRWA PETA NOAA SIM PIN MAX RAM ROM GIF JPEG MIDI POTUS "
    "SCOTUS FLOTUS TASS ENSO ECOWAS MERCOSUR EFTA GATT ISIS HAMAS NORAD SEATO TEPCO ARAMCO"
)
_SPELT = _words("UNHCR NAACP LGBTQ LGBTQI COPD CEFR")
# Short words that a headline or an angry speaker puts into capitals.
_WORDS = _words(
    "A I AND ANY ALL ARE BAD BAN BIG BUT BUY CAN CUT DAY DEAD DEAL DID DO END FAIR FOR FREE FROM GET GO "
    "GOD GOOD HAD HAS HAVE HE HELP HER HERE HIM HIS HOT HOW IF IN INTO IS ITS JOB JUST KEY LAW LET LIE "
    "LIES LIVE LOT LOVE MAN MANY MAY ME MEN MORE MUST MY NEVER NEW NEWS NO NOR NOT NOW OF OFF OH OLD ON "
    "ONE ONLY OPEN OR OUR OUT OVER OWN PAY PUT RUN SAID SAY SEE SHE SO SOME STOP TAX TEN THAN THAT THE "
    "THEM THEN THEY THIS TO TOO TOP TRY TWO UP USE VERY VOTE WAR WAS WAY WE WELL WERE WHAT WHEN WHY WILL "
    "WIN WITH WON YES YET YOU YOUR ZERO EVERY AN AS AT BE BY"
)
_SURNAME = rf"{NAME}(?=.[^\W\dA-Z_]|.[’']|[\ue000-\uf8ff])"
_LONGEST_SPELT = 4
# Of four letters those are words that look like one: DACA, ULEZ, KYIV; OSCE and USSR do not.
_SAYABLE = re.compile(
    r"[^AEIOUY](?:[AEIOUY][^AEIOUY][AEIOUY]|[AEIOUY]{2}[^AEIOUY]|[AEIOUY][^AEIOUY]{2})$|(?:[AEIOUY][^AEIOUY]){2}$"
)
_VOWELS = re.compile("[AEIOUY]")
_TITLES = {"MR", "MRS", "MS", "DR", "ST", "SGT", "LTD", "JR", "SR", "VS", "MT", "FT"}


def is_spelt(capitals: str) -> bool:
    """Whether these capitals are said as letters."""
    if capitals in _SPELT:
        return True
    if capitals in _AS_WORDS or capitals in _WORDS:
        return False
    if len(capitals) == _LONGEST_SPELT and _SAYABLE.match(capitals):
        return False
    return len(capitals) <= _LONGEST_SPELT or not _VOWELS.search(capitals)


def is_known(capitals: str) -> bool:
    """Whether these are an acronym even where everything is in capitals."""
    if capitals in _TITLES:
        return False
    return capitals in _KNOWN or capitals in _AS_WORDS or capitals in _SPELT or not _VOWELS.search(capitals)


_KNOWN = _words(
    "EU UN UK USA UAE UAH EC ECB BBC FBI CIA IMF IOC GDP IAEA FAO OECD OSCE ICC ICJ ANC AFP AP AI IRA RAF "
    "NGO CEO ATM EV UFO"
)


def _letters(found: re.Match[str]) -> str:
    return spelt(found["letters"].replace(".", "").replace(" ", ""))


def _initial(found: re.Match[str]) -> str:
    letter = spelt(found["letters"])
    return letter if letter.endswith("-") else f"{letter} "


def _dotted(found: re.Match[str]) -> str:
    return spelt(found["letters"].replace(".", ""), (found["ending"] or "").replace("'", "’"))


def _capitals(found: re.Match[str]) -> str:
    capitals, ending = found["capitals"], (found["ending"] or "").replace("'", "’")
    if not is_spelt(capitals):
        said = capitals.lower() if capitals in _WORDS and len(capitals) > 1 else capitals
        return said + ending
    return spelt(capitals, "’s" if ending == "s" else ending)


RULES = (
    rule(r"\bPh\.?D\b\.?", "P H D"),
    rule(
        rf"(?<![\w.])(?![ap]\.m\b)(?P<letters>(?:[A-Za-z]\.){{1,20}}[A-Za-z])(?P<ending>[’']s\b)?(?![\w’']){STOPPED}",
        _dotted,
    ),
    rule(
        rf"(?<![\w.])(?P<letters>(?:[A-Z]\. ){{1,6}}[A-Z])\. {_SURNAME}", lambda found: f"{_letters(found)} "
    ),
    rule(rf"(?<![\w.’'])(?P<letters>[A-Z])\. ?{_SURNAME}", _initial),
    rule(r"(?<![\w.])(?P<capitals>[A-Z]{2,12})(?P<ending>s|[’']s)?(?![\w]|\.\w)", _capitals),
    rule(
        r"\b(?P<what>[Vv]itamin|[Pp]lan|[Gg]roup|[Hh]epatitis|[Gg]rade|[Cc]ategory|[Tt]eam|[Bb]lock) A(?= \w)",
        r"\g<what> A-",
    ),
)
