"""Cuts a paragraph into sentences, each short enough for a voice.

A stop ends a sentence where a new one can begin: not before a small letter, inside a number, behind an initial or an
abbreviation (`stops.py`). In doubt two sentences stay together, which is heard less than a sentence that is torn.
"""

from __future__ import annotations

import re

from broadsheet.narration.script.stops import Stops, stops_of
from broadsheet.narration.voices.contract import LONGEST

COMFORTABLE = 400  # characters that are said in one breath or two
_SHORTEST = 80  # what a cut leaves before it
_CLOSERS = "”’\"'»›)\\]」』"
_OPENERS = "“‘\"'«‹([¿¡—–-"
_FULL_STOPS = "。！？؟۔"
_END = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s)|[{_FULL_STOPS}]++[{_CLOSERS}]*+", re.UNICODE)
_LAST_WORD = re.compile(r"[^\s(\[“‘\"'«—–-]+$")
_FARTHEST = 40  # characters in which the word before a stop is looked for
# Where a long sentence is cut, the best place first.
_BREATHS = (
    re.compile(r"[;；]\s*"),
    re.compile(r"\s[—–]\s|—"),
    re.compile(r":\s|："),
    re.compile(r",\s|[，、،]\s*"),
)


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a paragraph. Joined with spaces they have its words, unchanged and in order."""
    text = " ".join(text.split())
    stops = stops_of(language)
    start, found = 0, []
    for end in _END.finditer(text):
        if end.end() < len(text) and _ends(text, end, stops):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    return [piece for sentence in found if sentence.strip() for piece in _short(sentence.strip())]


def _ends(text: str, end: re.Match[str], stops: Stops) -> bool:
    if end[0][0] in _FULL_STOPS:
        return True
    following = text[end.end() + 1 : end.end() + 1 + _FARTHEST]
    first = following.lstrip(_OPENERS)[:1]
    if first.islower():
        return False
    return end[0] != "." or not _is_short(
        text[max(0, end.start() - _FARTHEST) : end.start()], following, stops
    )


def _is_short(before: str, following: str, stops: Stops) -> bool:
    """Whether the stop belongs to a shortened word, and no sentence ends with it."""
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0]
    earlier = before[: found.start()].split()[-1:] or [""]
    if len(word) == 1 and word.isupper():
        return earlier[0].lower() not in stops.letters
    if word.lower() in stops.never:
        return True
    if word.lower() in stops.before_numbers:
        return following[:1].isdigit()
    if word.lower() in stops.may_end or _is_dotted(word):
        return following.split(" ", 1)[0].strip(",’'s") not in stops.openers and not following.startswith(
            tuple('“‘"«')
        )
    return False


def _is_dotted(word: str) -> bool:
    """“U.S”, “т.д”: letters with stops between them."""
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _short(sentence: str) -> list[str]:
    pieces = []
    while len(sentence) > COMFORTABLE and (cut := _cut(sentence)):
        pieces.append(sentence[:cut].rstrip())
        sentence = sentence[cut:].lstrip()
    return [*pieces, sentence] if sentence else pieces


def _cut(sentence: str) -> int:
    """Where to cut, 0 for nowhere."""
    for breath in _BREATHS:
        if places := [found.end() for found in breath.finditer(sentence, _SHORTEST, COMFORTABLE)]:
            return places[-1]
    if len(sentence) <= LONGEST:
        return 0
    space = sentence.rfind(" ", 0, LONGEST)
    return space if space > 0 else LONGEST
