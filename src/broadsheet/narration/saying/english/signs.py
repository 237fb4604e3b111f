"""Signs that are words (“&”, “+”), and those that are none (“*”, “†”).

A slash between words is “or” between small words and a pause between names.
"""

from __future__ import annotations

from broadsheet.narration.saying.rule import rule

# Before the numbers they belong to are said.
BEFORE_NUMBERS = (
    rule(r"(?<![\w.,)%°’”-])[-−–‑](?=[$£€¥₴]?\d)", "minus "),
    rule(r"(?<![\w])(?P<sign>[$£€¥₴]?)\.(?=\d)", r"\g<sign>0."),
    rule(r"(?:#|№\s?)(?=\d)", "number "),
    rule(r"(?<!\w)\+(?=[$£€]?\d)", "plus "),
    rule(r"(?<=\d)\+(?!\w)", " plus"),
    rule(r"[~≈∼]\s?(?=[$£€¥₴]?\d)", "about "),
    rule(r">\s?(?=[$£€]?\d)", "more than "),
    rule(r"<\s?(?=[$£€]?\d)", "less than "),
    rule(r"(?<=\d)(?P<unit>(?:\s?(?:[cmk]?m|ft|in))?)\s?[x×]\s?(?=\d)", r"\g<unit> by "),
    rule(r"(?<=\d)x\b", " times"),
    rule(r"§§?\s?", "section "),
)
_SIGNS = {
    "&": "and",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≥": "at least",
    "≤": "at most",
    "≠": "is not",
    "→": "to",
    "⇒": "to",
    "°": "degrees",
    "©": "copyright",
    "%": "per cent",
    "£": "pounds",
    "$": "dollars",
    "€": "euros",
    "¥": "yen",
    "₴": "hrivnias",
    "¢": "cents",
    "№": "number",
    "−": "minus",
    "≈": "about",
    "∞": "infinity",
    "‰": "per thousand",
}
RULES = (
    rule(r"(?<=[a-zA-Z])/(?=[A-Z])", ", "),
    rule(r"\band/or\b", "and or"),
    rule(r"(?<=[a-z])/(?=[a-z])", " or "),
    rule(r"\bA\s?&\s?", "A- and "),
    rule(f"[{''.join(_SIGNS)}]", lambda found: f" {_SIGNS[found[0]]} "),
    rule(r"(?<=[a-zA-Z])_(?=[a-zA-Z])|[/\\|_^<>~`#*†‡•·®™¹²³\u2070-\u209c§¶¦]", " "),
)
