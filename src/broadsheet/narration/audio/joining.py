"""Puts the sounds of sentences one after another."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from broadsheet.narration.audio.filters import at_rate
from broadsheet.narration.sound import WIDTH, Sound, SoundError, silence

QUIET = 100  # of 32,768: −50 dB, under the breath of any voice and over the hiss of a quiet room
MARGIN = 0.05  # seconds of quiet that stay at both ends, since an “h” or an “f” begins softly
STEP = 0.01  # seconds that are looked at together


def join(pieces: Iterable[tuple[Sound, float]]) -> tuple[Sound, list[tuple[float, float]]]:
    """All pieces as one sound, each with the seconds of pause after it; and when each starts and ends, in seconds.

    A piece loses the quiet at its ends, so that a pause is as long as was asked for, whatever voice speaks. Pieces that
    differ in their rate get the highest.
    """
    given = [(trimmed(sound), pause) for sound, pause in pieces]
    if not given:
        raise SoundError("There is nothing to join: the story has no line that is spoken.")
    rate = max(sound.rate for sound, _ in given)
    whole, times = BytesIO(), []
    for sound, pause in given:
        start = whole.tell() / WIDTH / rate
        whole.write(at_rate(sound, rate).samples)
        times.append((start, whole.tell() / WIDTH / rate))
        whole.write(silence(pause, rate).samples)
    return Sound(whole.getvalue(), rate), times


def trimmed(sound: Sound) -> Sound:
    """The sound with no more than a moment of quiet at either end. Only the ends are looked at."""
    samples = memoryview(sound.samples)[: sound.count * WIDTH].cast("h")
    step = max(1, round(STEP * sound.rate))
    starts = range(0, len(samples), step)
    first = next((at for at in starts if _is_heard(samples[at : at + step])), len(samples))
    last = next((at + step for at in reversed(starts) if _is_heard(samples[at : at + step])), 0)
    margin = round(MARGIN * sound.rate)
    start, end = max(0, first - margin), min(len(samples), last + margin)
    return Sound(sound.samples[start * WIDTH : end * WIDTH], sound.rate)


def _is_heard(part: memoryview) -> bool:
    return max(part) > QUIET or min(part) < -QUIET
