"""Says a sentence, or takes it from what was said before."""

from __future__ import annotations

from broadsheet.narration.segments.keeping import keep, kept_segments, sound_of
from broadsheet.narration.segments.keys import key_of
from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Voice


def speak(spoken: Spoken, voice: Voice) -> Sound:
    """The sound of one sentence, kept from now on. Raises `VoiceError`, or `OSError` where it cannot be kept."""
    identity = voice.identity
    key = key_of(spoken, identity)
    segment = kept_segments([key]).get(key)
    sound = sound_of(segment) if segment else None
    return sound or say_and_keep(key, spoken, voice)


def say_and_keep(key: str, spoken: Spoken, voice: Voice) -> Sound:
    """Have it said although it may have been said before."""
    sound = voice.speak(spoken)
    keep(key, sound, spoken=spoken, voice=voice.identity)
    return sound
