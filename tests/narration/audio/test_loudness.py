"""Every story is as loud as listeners expect, and none of it clips."""

from __future__ import annotations

import math
from array import array
from concurrent.futures import ThreadPoolExecutor

import pytest

from broadsheet.narration.audio.loudness import HIGHEST, TARGET, level, measure
from broadsheet.narration.sound import Sound, silence
from tests.narration.audio.sounds import RATE, speech, steady


@pytest.mark.parametrize("loud", [300, 6_000, 24_000])
def test_speech_of_any_loudness_becomes_as_loud_as_it_should_be(loud: float) -> None:
    levelled, loudness = level(speech(loud=loud))
    assert loudness.lufs == pytest.approx(TARGET, abs=1)
    assert loudness.peak <= HIGHEST
    assert loudness == measure(levelled)
    assert (levelled.count, levelled.rate) == (speech(loud=loud).count, RATE)


def test_a_sine_of_full_scale_measures_what_the_standard_says() -> None:
    # EBU Tech 3341, case 1, in one channel: a sine of −23 dBFS has −23 − 3.01 LUFS there.
    tone = _sine(997, 10 ** (-23 / 20))
    assert measure(tone).lufs == pytest.approx(-26.0, abs=0.2)
    assert measure(tone).peak == pytest.approx(-23, abs=0.3)


def test_a_peak_between_two_samples_is_seen() -> None:
    # At a quarter of the rate, and an eighth of a wave off, no sample is where the wave is highest.
    wave = _sine(RATE / 4, 0.5, offset=1 / 8)
    assert max(memoryview(wave.samples).cast("h")) < 32_768 * 0.36  # −9 dB
    assert measure(wave).peak == pytest.approx(-6.02, abs=0.7)  # it begins with a jolt


@pytest.mark.parametrize(
    "sound",
    [
        *(Sound(b"", RATE), silence(2.0, RATE), silence(0.01, RATE), steady(2.0, loud=3)),
        *(Sound(b"\xff\x1f", RATE), Sound(b"\xff\x1f\x00", RATE)),
    ],
)
def test_what_is_silent_or_next_to_nothing_fails_nobody(sound: Sound) -> None:
    levelled, loudness = level(sound)
    assert levelled.count == sound.count
    assert loudness.peak <= HIGHEST


def test_silence_is_not_made_louder() -> None:
    assert level(silence(1.0, RATE))[0] == silence(1.0, RATE)


def test_a_single_short_word_is_levelled_too() -> None:
    word = Sound(
        speech().samples[2 * RATE : 2 * RATE + RATE // 2], RATE
    )  # a quarter of a second, and half a sample
    assert level(word)[1].lufs == pytest.approx(TARGET, abs=1)


def test_threads_do_not_read_each_others_figures() -> None:
    sounds = [speech(loud=loud) for loud in (300, 6_000, 24_000)] * 4
    alone = [measure(sound) for sound in sounds]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(measure, sounds)) == alone


def _sine(hertz: float, height: float, *, offset: float = 0.0) -> Sound:
    waves = (math.sin(2 * math.pi * (hertz * at / RATE + offset)) for at in range(3 * RATE))
    return Sound(array("h", [round(32_767 * height * wave) for wave in waves]).tobytes(), RATE)
