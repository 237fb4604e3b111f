"""Which words are heard when, as WebVTT (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from broadsheet.narration.sound import SoundError

HEAD = "WEBVTT"
SHORTEST = 0.001  # seconds: a cue must end after it starts

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_MARKUP = re.compile(r"<[^>]*>")
_NO_CUES = ("NOTE", "STYLE", "REGION")


class CaptionError(SoundError):
    """Captions that cannot be read. The message names the line."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words, and the seconds in which they are heard."""

    start: float
    end: float
    text: str


def captions(cues: Iterable[Cue]) -> str:
    """The file: cues by number, none before the one that it follows."""
    return "\n\n".join([HEAD, *_written(cues)]) + "\n"


def read_captions(text: str) -> list[Cue]:
    """The cues of a file that somebody uploads, without their markup.

    Also takes what SubRip makes of it (.srt): its times have commas, and its head is missing.
    """
    cues: list[Cue] = []
    for number, block in _blocks(text):
        cue = _cue(number, block)
        if cue is None:
            continue
        if cue.end <= cue.start:
            raise CaptionError(f"Line {number} of the captions: a cue ends before it starts.")
        if cues and cue.start < cues[-1].start:
            raise CaptionError(f"Line {number} of the captions: a cue starts before the one above it.")
        cues.append(cue)
    if not cues:
        raise CaptionError("There are no captions in this file: give a WebVTT or SubRip file (.vtt, .srt).")
    return cues


def _written(cues: Iterable[Cue]) -> Iterator[str]:
    before = 0.0
    for number, cue in enumerate(cues, start=1):
        start = max(cue.start, before)
        end = max(cue.end, start + SHORTEST)
        # What follows a line break would be another cue, and “-->” another time; “>” is always written as “&gt;”.
        words = html.escape(" ".join(cue.text.split()), quote=False)
        yield f"{number}\n{_clock(start)} --> {_clock(end)}\n{words}"
        before = start


def _clock(seconds: float) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines, each with the number of its first line."""
    block: list[str] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str]) -> Cue | None:
    """The cue that a block is; none where it is the head, a note, or how cues are to look."""
    first = block[0]
    if (number == 1 and first.startswith(HEAD)) or first.split()[0] in _NO_CUES:
        return None
    times = 0 if "-->" in first else 1
    found = _TIMES.fullmatch(block[times]) if times < len(block) else None
    if found is None:
        raise CaptionError(
            f"Line {number + times} of the captions: there is no time as in 00:01.000 --> 00:04.500."
        )
    words = html.unescape(_MARKUP.sub("", " ".join(block[times + 1 :])))
    return Cue(_seconds(found.groups()[:4]), _seconds(found.groups()[4:]), " ".join(words.split()))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, milliseconds = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000
