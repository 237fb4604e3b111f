"""The operator chooses who speaks; whoever asks for a language gets its voice or one line that says why not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from broadsheet.environment import kinds
from broadsheet.narration.spoken import plainly
from broadsheet.narration.voices import openers, opening
from broadsheet.narration.voices.contract import Identity, VoiceError
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.narration.voices.opening import close_voices, languages, voice_for
from broadsheet.narration.voices.piper.models import Model


@pytest.fixture(autouse=True)
def opened_anew() -> Iterator[None]:
    close_voices()
    yield
    close_voices()


def choose(text: str, settings: Settings) -> None:
    settings.VOICES = kinds.VOICES.read(text)


def why_not(language: str) -> str:
    with pytest.raises(VoiceError) as failed:
        voice_for(language)
    assert not failed.value.again
    assert "\n" not in str(failed.value)
    return str(failed.value)


@pytest.mark.parametrize("language", ["en", "en-gb", "EN_us"])
def test_a_voice_speaks_its_language_in_every_country(language: str, settings: Settings) -> None:
    choose("en=memory:", settings)
    assert voice_for(language) is voice_for("en")


def test_a_country_may_have_a_voice_of_its_own(settings: Settings) -> None:
    choose("en=memory:, en-gb=openai:https://speech.example/v1?model=tts-1&voice=fable", settings)
    assert voice_for("en-gb").identity == Identity("speech.example", "fable", "tts-1", "en")
    assert voice_for("en-au").identity.provider == "Memory"
    assert languages() == ["en", "en-gb"]


def test_a_language_without_a_voice_says_so(settings: Settings) -> None:
    choose("en=memory:", settings)
    assert why_not("uk") == "There is no voice for Ukrainian (uk): choose one in BROADSHEET_VOICES."
    assert why_not("de-at").startswith("There is no voice for German (de-at): ")
    assert why_not("tlh").startswith("There is no voice for “tlh”: ")


def test_none_is_none_whatever_is_installed(settings: Settings) -> None:
    choose("none", settings)
    assert languages() == []
    assert why_not("en") == "There is no voice for English (en): BROADSHEET_VOICES says that there are none."


def test_without_a_choice_whatever_is_installed_speaks(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = [Model(Path(f"/{name}.onnx"), name[:2], {}, frozenset()) for name in ("en_a", "en_b", "uk_a")]
    monkeypatch.setattr(opening, "installed_models", lambda: models)
    asked = []

    def open_it(address: str, *, language: str) -> MemoryVoice:
        asked.append((address, language))
        return MemoryVoice(language)

    monkeypatch.setattr(opening, "open_voice", open_it)
    choose("", settings)
    assert languages() == ["en", "uk"]
    voice_for("en")
    assert asked == [("piper:/en_a.onnx", "en")]


def test_without_piper_one_learns_how_to_install_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "installed_models", lambda: ())
    monkeypatch.setattr(opening, "is_installed", lambda: False)
    monkeypatch.setattr(openers, "is_installed", lambda: False)
    choose("", settings)
    assert why_not("en") == "There is no voice for English (en): pip install “broadsheet[narration]”."
    choose("en=piper:", settings)
    assert why_not("en") == "Piper is not installed: pip install “broadsheet[narration]”."


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        ("memory:?speed=1", "has no option “speed”"),
        ("piper:/none.onnx", "There is no voice model /none.onnx: check BROADSHEET_VOICES."),
        ("openai:https://speech.example/v1", "names a model and a voice"),
        ("openai:https://speech.example/v1?model=a&voice=b&format=midi", "“midi” is none of the formats"),
        (
            "openai:https://speech.example/v1?model=a&voice=b&speed=fast",
            "a number from 0.5 to 2.0, not “fast”",
        ),
        ("openai:https://speech.example/v1?model=a&voice=b&speed=9", "a number from 0.5 to 2.0, not “9”"),
        ("openai:https://speech.example/v1?model=a&voice=b&pitch=9", "has no option “pitch”"),
    ],
)
def test_a_choice_that_cannot_be_followed(voice: str, words: str, settings: Settings) -> None:
    choose(f"en={voice}", settings)
    assert words in why_not("en")


def test_an_installed_model_of_another_language_does_not_speak(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openers, "is_installed", lambda: True)
    monkeypatch.setattr(openers, "installed_models", lambda: ())
    choose("uk=piper:", settings)
    assert why_not("uk") == "No Piper voice for “uk” is installed: name a model in BROADSHEET_VOICES."


def test_a_voice_is_opened_once_for_all_threads_and_anew_after_it_was_closed(settings: Settings) -> None:
    choose("en=memory:", settings)
    with ThreadPoolExecutor(8) as threads:
        (voice,) = set(threads.map(voice_for, ["en"] * 32))
    close_voices()
    assert voice_for("en") is not voice
    assert voice_for("en").speak(plainly("Good morning.")).seconds > 0.5


def test_a_process_that_was_forked_has_voices_of_its_own(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose("en=memory:", settings)
    voice = voice_for("en")
    with opening._lock:  # as another thread may hold it in that moment
        opening._forget()
        assert voice_for("en") is not voice


def test_what_is_said_of_the_key_is_nothing(settings: Settings) -> None:
    settings.SPEECH_KEY = "sk-nobody-may-see-this"
    choose("en=openai:https://speech.example/v1?model=tts-1&voice=alloy&speed=1.1", settings)
    voice = voice_for("en")
    assert "nobody" not in f"{voice.identity} {voice!r} {vars(voice)}"
    assert voice.identity.version == "tts-1, speed 1.1"
    assert os.environ.get("BROADSHEET_SPEECH_KEY") is None
