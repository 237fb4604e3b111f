"""Any language but English: its numbers where they are known, signs that trip voices taken away, the rest untouched."""

from __future__ import annotations

from functools import cache

from broadsheet.narration.saying.cleaning import sayable
from broadsheet.narration.saying.general import numbers, ukrainian
from broadsheet.narration.saying.rule import Rule, follow, rule

# A minus is one only in front of a number; addresses are nothing for the ear.
_MINUS = {
    "uk": "мінус ",
    "ru": "минус ",
    "de": "minus ",
    "fr": "moins ",
    "es": "menos ",
    "it": "meno ",
    "pl": "minus ",
}
_MARKS = (
    rule(r"[“”„«»‹›\"*†‡_|•]", " "),
    rule(r"\s(?=[,.;:!?])", ""),
    rule(r"\s[—–]\s", ", "),
    rule(r",(?:\s?,)+", ","),
    rule(r"^[\s,;:.!?-]+", ""),
)


def said(text: str, *, language: str) -> str:
    """The sentence as it is said; private characters in it stand for terms and stay."""
    return sayable(follow((*_rules(language), *_MARKS), text))


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    groups = rule(
        r"(?<![\w.,:+-])(?<!\d )\d{1,3}(?: \d{3})++(?![\w-])(?! \d)", lambda found: found[0].replace(" ", "")
    )
    minus = (rule(r"(?<![\w.,)%-])[-−](?=\d)", _MINUS[language]),) if language in _MINUS else ()
    own = ukrainian.RULES if language == "uk" else ()
    return (groups, *minus, *own, *numbers.rules(language))
