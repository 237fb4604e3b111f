"""Has every sentence of a plan said, unless it was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from broadsheet.narration.making.script import Plan
from broadsheet.narration.segments.keeping import kept_segments, sound_of
from broadsheet.narration.segments.speaking import say_and_keep
from broadsheet.narration.sound import Sound
from broadsheet.narration.voices.contract import Voice

Progress = Callable[[int, int], None]  # lines done, of how many


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sound for each line, and how many of them were there already."""

    sounds: list[Sound]
    reused: int


def have_it_said(plan: Plan, voice: Voice, progress: Progress) -> Voiced:
    """What was said is kept at once: whoever takes over begins where this ended. Raises `VoiceError`."""
    kept = kept_segments(plan.keys)
    said: dict[str, Sound] = {}
    reused = 0
    for number, (key, line) in enumerate(zip(plan.keys, plan.lines, strict=True), start=1):
        if key not in said:
            sound = sound_of(kept[key]) if key in kept else None
            reused += sound is not None
            said[key] = sound or say_and_keep(key, line.spoken, voice)
        else:
            reused += 1
        progress(number, len(plan.lines))
    return Voiced([said[key] for key in plan.keys], reused)
