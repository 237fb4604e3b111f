"""How loud a sound is by EBU R 128, and one as loud as listeners expect.

−16 LUFS with a true peak of no more than −1 dBTP is what podcast directories ask for (Apple's guide for creators; AES
TD1008 recommends the same for speech).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from broadsheet.narration.audio.filters import PLAIN, Filter, filtered, sound_of
from broadsheet.narration.sound import WIDTH, Sound

TARGET = -16.0  # LUFS, give or take one
AIM = TARGET + 0.2  # LUFS: Opus takes up to half a LU away
NEAR = 0.3  # LU from there that are near enough
HIGHEST = -1.0  # dBTP
# dB that no sample is let over. Peaks between samples are higher, and so are those in what an encoder makes of it.
LIMIT = -2.5
SILENT = -60.0  # LUFS: what is quieter is nobody's voice, and is left as it is
TRIES = 4
# What a limiter takes away it takes from the loudness too: measured on Piper’s, so much of what it holds down.
LOST = 0.36
FLATTEST = 0.3  # LU that a dB of gain adds at the least, however much the limiter holds down
BLOCK = 0.5  # seconds: R 128 measures by blocks of 0.4 s, so that a shorter sound has no loudness
NOTHING = -120.0  # dB, for the peak of silence
OVERSAMPLED = 4  # times the rate, to see peaks between samples (ITU-R BS.1770-5, annex 2)


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS, and the true peak in dBTP."""

    lufs: float
    peak: float

    @property
    def is_right(self) -> bool:
        return abs(self.lufs - AIM) <= NEAR and self.peak <= HIGHEST


def measure(sound: Sound) -> Loudness:
    """How loud it is. Of silence, −70 LUFS."""
    if not sound.count:
        return Loudness(-70.0, NOTHING)
    again = math.ceil(BLOCK / sound.seconds)
    long = Sound(sound.samples[: sound.count * WIDTH] * again, sound.rate) if again > 1 else sound
    lufs = _last(long, "lavfi.r128.I", ("ebur128", "metadata=1:framelog=quiet"))
    peak = _last(
        sound,
        "lavfi.astats.Overall.Peak_level",
        ("aformat", "sample_fmts=flt"),
        ("aresample", str(OVERSAMPLED * sound.rate)),
        ("astats", "metadata=1:measure_perchannel=none:measure_overall=Peak_level"),
    )
    return Loudness(max(lufs, -70.0), max(peak, NOTHING))


def level(sound: Sound) -> tuple[Sound, Loudness]:
    """The sound at −16 LUFS, and how loud it is now. What is silent stays so."""
    loudness = measure(sound)
    if loudness.lufs < SILENT:
        return sound, loudness
    added, gain, limit = 0.0, _first_gain(loudness), LIMIT
    for _ in range(TRIES):
        before, levelled = loudness, _louder(sound, gain, limit)
        loudness = measure(levelled)
        if loudness.is_right:
            break
        limit -= max(0.0, loudness.peak - HIGHEST)
        steepness = _steepness(loudness.lufs - before.lufs, gain - added)
        added, gain = gain, gain + (AIM - loudness.lufs) / steepness
    return levelled, loudness


def _steepness(louder: float, gained: float) -> float:
    """How much louder a dB of gain has made it."""
    return min(1.0, max(FLATTEST, louder / gained)) if gained else 1.0


def _first_gain(loudness: Loudness) -> float:
    gain = AIM - loudness.lufs
    held_down = loudness.peak + gain - LIMIT
    return gain if held_down <= 0 else (gain + LOST * (loudness.peak - LIMIT)) / (1 - LOST)


def _louder(sound: Sound, gain: float, limit: float) -> Sound:
    limiter = f"level=0:limit={10 ** (limit / 20):.6f}:attack=5:release=50:latency=1"
    steps: tuple[Filter, ...] = (("volume", f"{gain:.3f}dB:precision=float"), ("alimiter", limiter), PLAIN)
    return sound_of(filtered(sound, *steps), sound.rate)


def _last(sound: Sound, name: str, *filters: Filter) -> float:
    """The last figure of that name which the filters note on their frames; they note it for all until then."""
    figure = -math.inf
    for frame in filtered(sound, *filters):
        if name in frame.metadata:
            figure = float(frame.metadata[name])
    return figure
