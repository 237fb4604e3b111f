"""A sentence as Piper takes it: text, and between double brackets the sounds that the lexicon spells out."""

from __future__ import annotations

import re
import unicodedata

from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.plain import is_said, plain

# Piper says sounds sign by sign: its alphabet has a full stop in place of a syllable's dot, and no slashes and ties.
_RESPELLED = str.maketrans({":": "ː", "'": "ˈ", "’": "ˈ", "g": "ɡ"} | dict.fromkeys("./[]|()͜͡‿"))
# What stands right behind such sounds: alone, it would be read out (“ess”) or get lost.
_SOUNDS = re.compile(r"\[\[ (?P<sounds>.*?) \]\](?P<own>['’]s\b)?(?P<stop>(?:[\"”’»)]*[.,;:!?…]+)?)-?")
_STOPS = str.maketrans({"…": "."} | dict.fromkeys('"”’»)'))
_HISSING = ("s", "z", "ʃ", "ʒ")
_VOICELESS = ("p", "t", "k", "f", "θ")


def text_of(spoken: Spoken, signs: frozenset[str]) -> str:
    """All of it in one line, with those sounds that the model has `signs` for."""
    written = "".join(_sounds(run.ipa, signs) or _words(run.words) for run in spoken.runs)
    return plain(_SOUNDS.sub(_with_ending, written))


def _words(words: str) -> str:
    return words.replace("[[", "[ [").replace("]]", "] ]")


def _sounds(ipa: str, signs: frozenset[str]) -> str:
    respelled = plain(unicodedata.normalize("NFD", ipa.translate(_RESPELLED)))
    known = "".join(sign for sign in respelled if sign in signs)
    # Without a letter left, the word would be missing from the sentence.
    return f"[[ {known} ]]" if is_said(known) else ""


def _with_ending(found: re.Match[str]) -> str:
    sounds = found["sounds"]
    if found["own"]:
        sounds += _own(sounds)
    return f" [[ {sounds}{found['stop'].translate(_STOPS)} ]] "


def _own(sounds: str) -> str:
    """The “’s” of “Kyiv’s”."""
    if sounds.endswith(_HISSING):
        return "ɪz"
    return "s" if sounds.endswith(_VOICELESS) else "z"
