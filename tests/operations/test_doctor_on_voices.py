"""The doctor has each voice say a word."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.narration.voices.opening import close_voices
from broadsheet.operations.doctor import voices
from broadsheet.operations.doctor.finding import Level


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    close_voices()


def findings() -> list[tuple[Level, str]]:
    found = list(voices.voices())
    assert all(bool(finding.remedy) is (finding.level is Level.DOUBT) for finding in found)
    return [(finding.level, finding.words) for finding in found]


def test_no_voice_is_no_illness(settings: Settings) -> None:
    settings.VOICES = None
    assert findings() == [(Level.NOTE, "none: stories are not read aloud")]


def test_a_voice_that_speaks_and_one_that_does_not(settings: Settings) -> None:
    settings.VOICES = {"en": "memory:", "uk": "openai:http://127.0.0.1:9/v1?model=a&voice=b"}
    well, ill = findings()
    assert well == (Level.GOOD, "English (en): Memory, tones; spoke in 0.0 s")
    assert ill == (Level.DOUBT, "Ukrainian (uk): 127.0.0.1 cannot be reached: Connection refused.")


def test_a_paper_whose_own_language_nobody_speaks(settings: Settings) -> None:
    settings.VOICES, settings.LANGUAGE_CODE = {"en": "memory:"}, "de-at"
    assert findings()[0] == (Level.NOTE, "none speaks the language of the paper, German (de-at)")


def test_a_voice_that_says_nothing_is_not_waited_for(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VOICES = {"en": "memory:"}
    monkeypatch.setattr(voices, "PATIENCE", 0.05)
    ended = threading.Event()

    def hang(spoken: Spoken) -> Sound | None:
        ended.wait(10)
        return None

    monkeypatch.setattr(voices, "voice_for", lambda language: MemoryVoice(fails=hang))
    assert findings() == [(Level.DOUBT, "English (en): Memory said nothing for 0 s.")]
    ended.set()
