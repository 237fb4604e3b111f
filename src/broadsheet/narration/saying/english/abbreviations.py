"""Abbreviations in full.

A stop is taken away with them unless the sentence ends there. “St” is Saint before a name and Street behind one; “Dr”
Doctor before a name, else Drive. “No. 4” is number four; a plain “No” only before a number. Mr and Mrs every voice
knows, Ms it would spell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from broadsheet.narration.saying.english.times import STOPPED
from broadsheet.narration.saying.rule import rule

NAME = r"(?=[A-ZÀ-ÖØ-ÞĀĆČĎĐĘĚĞİŁŃŇÓŐŘŚŞŠŤŮŰŹŻŽ\ue000-\uf8ff])"
_BEFORE_NAMES = {
    "Prof": "Professor",
    "Rev": "Reverend",
    "Rt": "Right",
    "Hon": "Honourable",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Gen": "General",
    "Maj": "Major",
    "Brig": "Brigadier",
    "Capt": "Captain",
    "Sgt": "Sergeant",
    "Cpl": "Corporal",
    "Pte": "Private",
    "Adm": "Admiral",
    "Cmdr": "Commander",
    "Cllr": "Councillor",
    "Det": "Detective",
    "Insp": "Inspector",
    "Supt": "Superintendent",
    "Pres": "President",
    "Msgr": "Monsignor",
    "Fr": "Father",
    "Mt": "Mount",
    "Ft": "Fort",
    "Dr": "Doctor",
    "St": "Saint",
    "Sts": "Saints",
    "Messrs": "Messers",
    "Mr": "Mr",
    "Mrs": "Mrs",
    "Ms": "Miz",
    "Mx": "Mix",
}
_NEVER_BARE = ("Rep", "Det", "Fr", "Ft", "Pres", "Sen", "Adm", "Gen", "Col", "Gov", "Mt")
_AFTER_NAMES = {
    "Jr": "Junior",
    "Sr": "Senior",
    "Inc": "Incorporated",
    "Corp": "Corporation",
    "Co": "Company",
    "Bros": "Brothers",
    "Ave": "Avenue",
    "Rd": "Road",
    "Blvd": "Boulevard",
    "Sq": "Square",
    "Ln": "Lane",
    "St": "Street",
    "Dr": "Drive",
    "Ltd": "Limited",
    "Dept": "Department",
    "Assn": "Association",
    "Univ": "University",
    "Intl": "International",
}
_BARE_AFTER_NAMES = ("Ltd", "Bros", "Blvd", "Jr", "Inc", "Corp", "Rd", "St", "Dept")
_BEFORE_NUMBERS = {
    "Nos": "numbers",
    "nos": "numbers",
    "No": "number",
    "no": "number",
    "p": "page",
    "pp": "pages",
    "Vol": "volume",
    "vol": "volume",
    "Ch": "chapter",
    "ch": "chapter",
    "Fig": "figure",
    "fig": "figure",
    "Sec": "section",
    "sec": "section",
    "Art": "article",
    "art": "article",
    "para": "paragraph",
    "c": "circa",
    "ca": "circa",
    "tel": "telephone",
    "Tel": "telephone",
    "ext": "extension",
    "v": "version",
    "vv": "verses",
    "Op": "opus",
}
_ANYWHERE = {
    "vs": "versus",
    "etc": "et cetera",
    "approx": "approximately",
    "cf": "compare",
    "viz": "namely",
    "incl": "including",
    "excl": "excluding",
    "dept": "department",
    "govt": "government",
    "hrs": "hours",
    "yrs": "years",
    "avg": "average",
    "max": "maximum",
    "esp": "especially",
    "ibid": "ibidem",
}
_BARE_ANYWHERE = ("vs", "etc", "approx", "incl", "excl", "govt", "dept", "hrs", "yrs", "viz", "cf")
_DOTTED = {"e.g": "for example", "i.e": "that is", "a.k.a": "also known as", "a.m": "a.m", "p.m": "p.m"}
_LATIN = {"eg": "for example", "ie": "that is", "aka": "also known as", "et al": "and others"}
_SLASHED = {"w/o": "without", "w/": "with ", "c/o": "care of", "n/a": "not applicable"}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _says(words: dict[str, str], after: str = "") -> Callable[[re.Match[str]], str]:
    """What a match's “short” stands for; with a capital where it begins the sentence."""

    def said(found: re.Match[str]) -> str:
        full = words.get(found["short"]) or words[found["short"].lower()]
        full = full[0].upper() + full[1:] if found.start() == 0 else full
        return full + after

    return said


RULES = (
    rule(rf"\b(?P<short>(?i:{_either(_DOTTED)})){STOPPED}(?!\w)", _says(_DOTTED)),
    rule(rf"\b(?P<short>eg|ie|aka|et al)\b{STOPPED}?", _says(_LATIN)),
    rule(rf"(?<!\w)(?P<short>{_either(_SLASHED)})(?<!w/)(?!\w)", _says(_SLASHED)),
    rule(r"(?<!\w)w/\s?(?=\w)", "with "),
    rule(rf"\b(?P<short>{_either(_BEFORE_NUMBERS)})\. ?(?=[£$€]?\d)", _says(_BEFORE_NUMBERS, " ")),
    rule(r"\b(?P<short>pp?)(?=\d)", _says(_BEFORE_NUMBERS, " ")),
    rule(r"\bWW(?:II|2)\b", "World War Two"),
    rule(r"\bWW[I1]\b", "World War One"),
    rule(r"\b(?P<short>Nos?) (?=\d)", _says(_BEFORE_NUMBERS, " ")),
    rule(rf"\b(?P<short>{_either(_BEFORE_NAMES)})\. ?{NAME}", _says(_BEFORE_NAMES, " ")),
    rule(rf"\b(?P<short>{_either(set(_BEFORE_NAMES) - set(_NEVER_BARE))}) {NAME}", _says(_BEFORE_NAMES, " ")),
    rule(rf"(?<=\S )(?P<short>{_either(_AFTER_NAMES)}){STOPPED}", _says(_AFTER_NAMES)),
    rule(rf"(?<=\w )(?P<short>{_either(_BARE_AFTER_NAMES)})(?![\w.’'])", _says(_AFTER_NAMES)),
    rule(rf"\b(?P<short>(?i:{_either(_ANYWHERE)})){STOPPED}", _says(_ANYWHERE)),
    rule(rf"\b(?P<short>{_either(_BARE_ANYWHERE)})\b(?!\.)", _says(_ANYWHERE)),
    rule(rf"(?<=[a-z\ue000-\uf8ff] )v\.? {NAME}", "versus "),
)
