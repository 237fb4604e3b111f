"""Nobody believes a voice that returns what cannot be speech."""

from __future__ import annotations

from array import array

import pytest

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Run, Spoken, plainly
from broadsheet.narration.voices.checking import Checked
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.memory import MemoryVoice

SENTENCE = plainly("The harbour council voted.")
GOOD = MemoryVoice().speak(SENTENCE)


def clipped() -> bytes:
    return array("h", [32_767, -32_768, 20_000] * 15_000).tobytes()


@pytest.mark.parametrize(
    ("sound", "fault"),
    [
        (Sound(b"", 22_050), "nothing"),
        (Sound(GOOD.samples[:-1], 22_050), "half a sample"),
        (Sound(GOOD.samples, 4_000), "at 4,000 samples a second"),
        (Sound(GOOD.samples, 192_000), "at 192,000 samples a second"),
        (Sound(bytes(66_150), 22_050), "silence"),
        (Sound(b"\x10\x00" * 33_075, 22_050), "silence"),
        (Sound(b"\x00\x20" * 33_075, 22_050), "clipped"),
        (Sound(clipped(), 22_050), "clipped"),
        (Sound(GOOD.samples[:10_000], 22_050), r"0\.2 s of sound for 26 characters"),
        (Sound(GOOD.samples * 20, 22_050), "s of sound for 26 characters"),
    ],
)
def test_what_cannot_be_speech_is_refused_and_may_be_tried_again(sound: Sound, fault: str) -> None:
    voice = Checked(MemoryVoice(fails=lambda spoken: sound))
    with pytest.raises(VoiceError, match=rf"^Memory \(tones\) returned .*{fault}.*\.$") as refused:
        voice.speak(SENTENCE)
    assert refused.value.again


def test_what_can_be_speech_is_handed_on_as_it_is() -> None:
    assert Checked(MemoryVoice()).speak(SENTENCE) == GOOD


def test_a_voice_is_not_asked_for_what_has_no_words_or_too_many_sounds() -> None:
    voice = MemoryVoice()
    Checked(voice).speak(plainly("—"))
    with pytest.raises(VoiceError, match="divide it"):
        Checked(voice).speak(Spoken((Run("Kyiv", "k" * 9_000),)))
    assert voice.spoken == []


def test_who_waits_too_long_for_a_turn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadsheet.narration.voices.checking.QUEUE", 0.01)
    voice = MemoryVoice()
    checked = Checked(voice)
    errors = []

    def interrupt(spoken: Spoken) -> None:
        with pytest.raises(VoiceError, match="busy") as error:
            checked.speak(plainly("Another sentence."))
        errors.append(error.value.again)

    voice.fails = interrupt
    assert checked.speak(SENTENCE).seconds > 0.5
    assert errors == [True]
