"""What every answer must satisfy, whoever gave it, before anybody believes it."""

from __future__ import annotations

import threading
from array import array

from broadsheet.narration.sound import WIDTH, Sound, silence
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import LONGEST, Identity, Voice, VoiceError
from broadsheet.narration.voices.plain import is_said

MOMENT = 0.1  # seconds of silence for what has no words
RATES = range(8_000, 96_001)
QUIETEST = 100  # of 32,767: no voice stays under it
FLAT = 0.2  # part of all samples that stand at an end: so clipped that it cannot be listened to
STEP = 7  # one sample in so many tells enough of all
# Seconds. English is 0.06 a sign, spelt letters 0.02, Chinese 0.3; “1,000,000 €” takes long for its few signs.
LEAST_A_SIGN, MOST_A_SIGN, MOST_FOR_ALL = 0.015, 0.6, 4.0
QUEUE = 8.0  # seconds that another thread's sentence is waited for


class Checked:
    """A voice of which every answer is whole and can be listened to. Threads may share it: they take turns."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self._turn = threading.Lock()

    @property
    def identity(self) -> Identity:
        return self.voice.identity

    def speak(self, spoken: Spoken) -> Sound:
        if not is_said(spoken.words):
            return silence(MOMENT, 22_050)
        if len(spoken.words) > LONGEST or len(spoken.key) > 8 * LONGEST:
            words = f"A sentence has more than {LONGEST:,} characters: divide it."
            raise VoiceError(words, again=False)
        if not self._turn.acquire(timeout=QUEUE):
            raise VoiceError(f"{self.identity.provider} is busy with another sentence.")
        try:
            sound = self.voice.speak(spoken)
        finally:
            self._turn.release()
        check(sound, spoken, self.identity)
        return sound

    def close(self) -> None:
        self.voice.close()


def check(sound: Sound, spoken: Spoken, identity: Identity) -> None:
    """Raise `VoiceError` for what cannot be the sound of these words."""
    if fault := _fault(sound, spoken.words):
        raise VoiceError(f"{identity.provider} ({identity.name}) returned {fault}.")


def _fault(sound: Sound, words: str) -> str:
    if not sound.samples:
        return "nothing"
    if len(sound.samples) % WIDTH:
        return "half a sample"
    if sound.rate not in RATES:
        return f"sound at {sound.rate:,} samples a second"
    return _fault_in_length(sound.seconds, words) or _fault_in_samples(sound)


def _fault_in_length(seconds: float, words: str) -> str:
    signs = sum(sign.isalnum() for sign in words)
    if not LEAST_A_SIGN * signs <= seconds <= MOST_FOR_ALL + MOST_A_SIGN * len(words):
        return f"{seconds:.1f} s of sound for {len(words)} characters"
    return ""


def _fault_in_samples(sound: Sound) -> str:
    samples = array("h", sound.samples)[::STEP]
    lowest, highest = min(samples), max(samples)
    if max(-lowest, highest) < QUIETEST:
        return "silence"
    if lowest == highest or samples.count(lowest) + samples.count(highest) > FLAT * len(samples):
        return "noise that is clipped throughout"
    return ""
