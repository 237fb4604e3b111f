"""Whether stories can be read aloud."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future
from threading import Thread

from django.conf import settings
from django.utils.translation import get_language_info

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import plainly
from broadsheet.narration.voices.contract import Voice, VoiceError
from broadsheet.narration.voices.opening import close_voices, languages, name_of, voice_for
from broadsheet.operations.doctor.finding import Finding, doubt, good, note

PATIENCE = 10.0  # seconds for one word
REMEDY = "Stories in this language get no audio until it speaks; docs/how-to/choose-voices.md says more."


def voices() -> Iterator[Finding]:
    """The voice of each language says a word."""
    spoken, own = languages(), settings.LANGUAGE_CODE
    if not spoken:
        yield note("Voices", "none: stories are not read aloud")
    elif not {own, own.partition("-")[0]} & set(spoken):
        yield note("Voices", f"none speaks the language of the paper, {name_of(own)}")
    for language in spoken:
        yield _heard(language)
    close_voices()


def _heard(language: str) -> Finding:
    started = time.monotonic()
    try:
        voice = voice_for(language)
        _say(_a_word_in(language), voice)
    except VoiceError as error:
        return doubt("Voices", f"{name_of(language)}: {error}", REMEDY)
    seconds = time.monotonic() - started
    return good(
        "Voices",
        f"{name_of(language)}: {voice.identity.provider}, {voice.identity.name}; spoke in {seconds:.1f} s",
    )


def _say(word: str, voice: Voice) -> None:
    """As `voice.speak`, but nobody waits a minute for the doctor."""
    answer: Future[Sound] = Future()
    Thread(target=_speak, args=(word, voice, answer), daemon=True).start()
    try:
        answer.result(timeout=PATIENCE)
    except TimeoutError as error:
        raise VoiceError(f"{voice.identity.provider} said nothing for {PATIENCE:.0f} s.") from error


def _speak(word: str, voice: Voice, answer: Future[Sound]) -> None:
    try:
        answer.set_result(voice.speak(plainly(word)))
    except Exception as error:  # handed to whoever waits
        answer.set_exception(error)


def _a_word_in(language: str) -> str:
    """Its own name for itself."""
    try:
        return str(get_language_info(language)["name_local"])
    except KeyError:
        return "Radio"
