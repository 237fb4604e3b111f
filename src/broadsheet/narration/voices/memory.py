"""A voice of tones: for tests, and for a newsroom that tries out how stories are read aloud."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

from broadsheet.narration.sound import WIDTH, Sound, silence
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Identity
from broadsheet.narration.voices.plain import is_said

RATE = 22_050
MOMENT = 0.1  # seconds of silence for what has no words
# Seconds a word and a sign: English words of five signs come to 165 a minute.
A_WORD, A_SIGN = 0.0636, 0.06
LOUD = 9_000  # of 32,767
SHORTEST, PERIODS = 50, 200  # samples a wave: 88 to 441 Hz
COLOURS = 2_000
EDGE = 220  # samples in which a tone swells and fades, so that it does not click


class MemoryVoice:
    """Says each word as a tone: another word, another tone. The same words sound the same.

    `spoken` keeps what was asked. `fails` is called before each sentence: it may raise, wait, or return what is to be
    heard instead.
    """

    def __init__(
        self,
        language: str = "en",
        *,
        name: str = "tones",
        version: str = "1",
        fails: Callable[[Spoken], Sound | None] | None = None,
    ) -> None:
        self.identity = Identity("Memory", name, version, language)
        self.spoken: list[Spoken] = []
        self.fails = fails

    def speak(self, spoken: Spoken) -> Sound:
        self.spoken.append(spoken)
        instead = self.fails(spoken) if self.fails else None
        return instead or _tones(spoken)

    def close(self) -> None:
        """Nothing is open."""


def _tones(spoken: Spoken) -> Sound:
    tones = [_tone(word, run.ipa) for run in spoken.runs for word in run.words.split() if is_said(word)]
    return Sound(b"".join(tones), RATE) if tones else silence(MOMENT, RATE)


@lru_cache(maxsize=5_000)
def _tone(word: str, ipa: str) -> bytes:
    number = crc32(f"{word}\0{ipa}".encode(errors="replace"))
    wave = _wave(SHORTEST + number % PERIODS, number // PERIODS % COLOURS)
    count = round((A_WORD + A_SIGN * len(word)) * RATE)
    tone = array("h", (wave * (count * WIDTH // len(wave) + 1))[: count * WIDTH])
    for place in range(EDGE):
        tone[place] = tone[place] * place // EDGE
        tone[-1 - place] = tone[-1 - place] * place // EDGE
    return tone.tobytes()


@lru_cache(maxsize=2_000)
def _wave(period: int, colour: int) -> bytes:
    """One wave, with so much of its octave in it."""
    octave = colour / COLOURS
    turns = [2 * math.pi * place / period for place in range(period)]
    return array(
        "h", [round(LOUD * (math.sin(turn) + octave * math.sin(2 * turn)) / 1.8) for turn in turns]
    ).tobytes()
