"""What no voice can say, whatever the language, is taken out of a sentence before and after the rules."""

from __future__ import annotations

import re
import unicodedata

from broadsheet.narration.saying.rule import follow, rule

# A lexicon's term stands in the sentence as one private character while the rules are applied.
TERM = "\ue000-\uf8ff"
_UNSAYABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk", "No"}
_SPACES = re.compile(r"\s++")

_GROUPS = (
    # 1 234 567 with spaces that do not break, or thin ones.
    rule(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))", ""),
    # Invisible characters, and what chooses between pictures, stand between no two words.
    rule(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]", ""),
    rule(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]", " "),
    rule(r"[₀-₉]", lambda found: str(unicodedata.digit(found[0]))),
    rule(r"[^\x00-\x7f]", lambda found: _plain_digit(found[0])),
)
# A square bracket would reach Piper as the beginning of raw sounds.
_BRACKETS = (
    rule(r"\[\d{1,3}\]", ""),
    rule(r"[\[\]{}]", " "),
)


def cleaned(text: str) -> str:
    """The sentence without invisible characters, with plain digits and plain spaces; numbers in one piece."""
    text = follow((*_GROUPS, *_BRACKETS), unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", text).strip()


def sayable(text: str) -> str:
    """The sentence without pictures and signs that have no words."""
    kept = (each if _is_sayable(each) else " " for each in text)
    return _SPACES.sub(" ", "".join(kept)).strip()


def _is_sayable(character: str) -> bool:
    if "\ue000" <= character <= "\uf8ff":
        return True
    return (character.isascii() and character.isprintable()) or unicodedata.category(
        character
    ) not in _UNSAYABLE


def _plain_digit(character: str) -> str:
    """Digits of other scripts as ours: “٣” is 3."""
    return str(unicodedata.decimal(character, character))
