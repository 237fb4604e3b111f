"""From an address in BROADSHEET_VOICES to the voice behind it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

from django.conf import settings

from broadsheet.narration.voices.contract import Voice, VoiceError
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.narration.voices.openai.voice import FORMATS, OpenAiVoice, Service
from broadsheet.narration.voices.piper.models import (
    INSTALL,
    NOT_INSTALLED,
    Model,
    installed_models,
    is_installed,
    model_at,
)
from broadsheet.narration.voices.piper.voice import PiperVoice

SLOWEST, QUICKEST = 0.5, 2.0
Options = dict[str, str]


def open_voice(address: str, *, language: str) -> Voice:
    """The voice; it starts or connects when it first speaks. Raises `VoiceError` for what cannot be meant."""
    kind, _, rest = address.partition(":")
    where, _, query = rest.partition("?")
    options = dict(parse_qsl(query))
    voice = _OPENERS[kind](where, options, language.partition("-")[0])
    if options:
        raise _wrong(f"the voice for “{language}” has no option “{min(options)}”")
    return voice


def _piper(where: str, options: Options, language: str) -> Voice:
    if not is_installed():
        raise VoiceError(NOT_INSTALLED, again=False)
    model = model_at(Path(where).expanduser()) if where else _installed(language)
    speed, speaker = _speed(options), options.pop("speaker", "")
    return PiperVoice(model, language=language, speed=speed, speaker=speaker)


def _installed(language: str) -> Model:
    for model in installed_models():
        if model.language == language:
            return model
    words = f"No Piper voice for “{language}” is installed: name a model in BROADSHEET_VOICES"
    raise VoiceError(f"{words}, or {INSTALL}." if language == "en" else f"{words}.", again=False)


def _openai(where: str, options: Options, language: str) -> Voice:
    form = options.pop("format", "wav")
    if form not in FORMATS:
        raise _wrong(f"“{form}” is none of the formats {', '.join(FORMATS)}")
    model, voice = options.pop("model", ""), options.pop("voice", "")
    if not (model and voice):
        raise _wrong("the address of a speech server names a model and a voice (?model=…&voice=…)")
    service = Service(where, model, voice, form, _speed(options))
    return OpenAiVoice(service, language=language, key=settings.SPEECH_KEY)


def _memory(where: str, options: Options, language: str) -> Voice:
    return MemoryVoice(language)


def _speed(options: Options) -> float | None:
    text = options.pop("speed", "")
    if not text:
        return None
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not SLOWEST <= speed <= QUICKEST:
        raise _wrong(f"a speed is a number from {SLOWEST} to {QUICKEST}, not “{text}”")
    return speed


def _wrong(words: str) -> VoiceError:
    return VoiceError(f"BROADSHEET_VOICES cannot be followed: {words}.", again=False)


_OPENERS = {"piper": _piper, "openai": _openai, "memory": _memory}
