"""Tones that stand for words."""

from __future__ import annotations

import time
from array import array
from itertools import pairwise

import pytest

from broadsheet.narration.sound import silence
from broadsheet.narration.spoken import Run, Spoken, plainly
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.memory import MemoryVoice

LINE = "The harbour council voted on Tuesday night to rebuild the old fish market before winter"
WORDS = LINE.split()


def test_the_same_words_sound_the_same_and_each_changed_word_sounds_different() -> None:
    said = MemoryVoice().speak(plainly(LINE))
    assert said == MemoryVoice().speak(plainly(LINE))
    words = [f"boat{number}" for number in range(100)]
    assert len({MemoryVoice().speak(plainly(word)).samples for word in words}) == 100


def test_the_sounds_of_the_lexicon_change_a_word() -> None:
    plain, spelt = plainly("Kyiv"), Spoken((Run("Kyiv", "ˈkiːv"),))
    assert MemoryVoice().speak(plain) != MemoryVoice().speak(spelt)


def test_it_neither_clicks_nor_clips() -> None:
    samples = array("h", MemoryVoice().speak(plainly(LINE)).samples)
    steps = [abs(after - before) for before, after in pairwise(samples)]
    assert max(map(abs, samples)) < 16_000
    assert max(steps) < 4_000
    assert samples[0] == samples[-1] == 0


def test_it_counts_what_it_was_asked() -> None:
    voice = MemoryVoice()
    voice.speak(plainly("One."))
    voice.speak(plainly("Two."))
    assert [spoken.words for spoken in voice.spoken] == ["One.", "Two."]


def test_it_fails_as_it_is_told() -> None:
    def fail(spoken: Spoken) -> None:
        raise VoiceError("Out of breath.")

    voice = MemoryVoice(fails=fail)
    with pytest.raises(VoiceError, match="Out of breath"):
        voice.speak(plainly("One."))
    assert len(voice.spoken) == 1
    assert MemoryVoice(fails=lambda spoken: silence(1, 8_000)).speak(plainly("One.")).rate == 8_000


def test_a_long_story_is_said_in_a_moment() -> None:
    voice, started = MemoryVoice(), time.process_time()
    sounds = [
        voice.speak(plainly(" ".join(word[:-1] + chr(97 + line % 26) for word in WORDS)))
        for line in range(60)
    ]
    assert time.process_time() - started < 2
    assert 60 * len(WORDS) / sum(sound.seconds for sound in sounds) * 60 == pytest.approx(165, abs=10)
