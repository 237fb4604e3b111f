"""Sounds to test with, which cost next to nothing."""

from __future__ import annotations

import math
import random
from array import array
from functools import cache

from broadsheet.narration.sound import Sound

RATE = 22_050
SYLLABLE = 0.25  # seconds


@cache
def speech(seconds: float = 3.0, *, rate: int = RATE, loud: float = 6_000) -> Sound:
    """As uneven as speech: a voice with its overtones and its hiss, loud and soft by syllables, rising and falling."""
    dice = random.Random(7)  # noqa: S311  # guards nothing
    samples, turn = array("h"), 0.0
    for at in range(round(seconds * rate)):
        now = at / rate
        turn += (140 + 40 * math.sin(2 * now)) / rate
        swell = abs(math.sin(math.pi * now / SYLLABLE)) * (0.5 + 0.5 * math.sin(now * 3))
        wave = _VOICE[int(turn * len(_VOICE)) % len(_VOICE)] + dice.uniform(-0.3, 0.3)
        samples.append(round(max(-32_767, min(32_767, loud * swell * wave))))
    return Sound(samples.tobytes(), rate)


_VOICE = [
    sum(math.sin(2 * math.pi * tone * at / 512) / tone**0.7 for tone in range(1, 20)) for at in range(512)
]


def steady(seconds: float, *, rate: int = RATE, loud: int = 8_000) -> Sound:
    """A square wave: all of it is heard."""
    wave = array("h", [loud] * 50 + [-loud] * 50)
    return Sound((wave.tobytes() * (round(seconds * rate) // 100 + 1))[: 2 * round(seconds * rate)], rate)
