"""What every voice holds to, whoever provides it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Run, Spoken, plainly
from broadsheet.narration.voices.checking import Checked
from broadsheet.narration.voices.contract import LONGEST, VoiceError
from tests.narration.voices.ways import WAYS

SENTENCE = plainly("The harbour council voted to rebuild the old fish market.")


@pytest.fixture(scope="module", params=WAYS)
def voice(request) -> Iterator[Checked]:
    with WAYS[request.param]() as found:
        yield Checked(found)


def loudest(sound: Sound) -> int:
    samples = memoryview(sound.samples).cast("h")
    return max(max(samples), -min(samples))


def test_a_voice_tells_who_it_is_before_it_speaks(voice: Checked) -> None:
    identity = voice.identity
    assert identity.language == "en"
    assert identity.provider
    assert identity.name
    assert identity.version
    assert identity == voice.identity


def test_a_sentence_is_said_at_a_newsreaders_pace(voice: Checked) -> None:
    sound = voice.speak(SENTENCE)
    assert 10 / (sound.seconds + 0.25) * 60 == pytest.approx(170, abs=35)
    assert 1_000 < loudest(sound) < 32_767


def test_more_words_take_longer(voice: Checked) -> None:
    assert voice.speak(SENTENCE).seconds > 2 * voice.speak(plainly("The harbour.")).seconds


@pytest.mark.parametrize(
    "words",
    [
        "One line\nand another.",
        "A bell\x07 and a \x00 nought.",
        "Half of \ud83d a face.",
        "We won 😀 at last.",
        "She wrote م on all.",
        "An [[ odd ]] thing, and [[ another.",
        'A “quoted” \\ "line" {with} <marks>.',
    ],
)
def test_odd_signs_leave_the_words_that_are_there(words: str, voice: Checked) -> None:
    assert voice.speak(plainly(words)).seconds > 0.4


def test_sounds_of_the_lexicon_are_said_among_words(voice: Checked) -> None:
    spoken = Spoken((Run("She left "), Run("Kyiv", "ˈkiːv"), Run("’s market.")), terms=("Kyiv",))
    assert 0.5 < voice.speak(spoken).seconds < 3


@pytest.mark.parametrize("words", ["", "  \n", "…", "* * *", "😀"])
def test_what_has_no_words_is_a_moment_of_silence(words: str, voice: Checked) -> None:
    sound = voice.speak(plainly(words))
    assert loudest(sound) == 0
    assert sound.seconds == pytest.approx(0.1)


def test_the_longest_sentence_is_said_whole(voice: Checked) -> None:
    words = ("harbour " * LONGEST)[:LONGEST]
    assert voice.speak(plainly(words)).seconds > 30


def test_a_longer_one_is_refused_for_good(voice: Checked) -> None:
    with pytest.raises(VoiceError, match="divide it") as refused:
        voice.speak(plainly("x" * (LONGEST + 1)))
    assert not refused.value.again


def test_a_voice_that_was_closed_speaks_again(voice: Checked) -> None:
    voice.close()
    voice.close()
    assert voice.speak(SENTENCE).seconds > 1


def test_threads_that_share_a_voice_each_get_their_own_sentence(voice: Checked) -> None:
    sentences = [plainly(" ".join(["harbour"] * count)) for count in (1, 3, 9)]
    with ThreadPoolExecutor(3) as threads:
        seconds = [sound.seconds for sound in threads.map(voice.speak, sentences)]
    assert seconds[0] < seconds[1] < seconds[2]
