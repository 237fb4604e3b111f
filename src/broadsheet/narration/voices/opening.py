"""The voices that the operator has chosen, each opened once and kept warm."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language_info

from broadsheet.narration.voices.checking import Checked
from broadsheet.narration.voices.contract import Voice, VoiceError
from broadsheet.narration.voices.openers import open_voice
from broadsheet.narration.voices.piper.models import INSTALL, installed_models, is_installed

_open: dict[str, Checked] = {}
_lock = threading.Lock()


def voice_for(language: str) -> Voice:
    """Who speaks this language, or, of “en-gb”, its “en”; threads may share it. Raises `VoiceError`."""
    chosen = _chosen()
    code = next((code for code in _codes(language) if code in chosen), None)
    if code is None:
        raise VoiceError(f"There is no voice for {name_of(language)}: {_remedy()}.", again=False)
    with _lock:
        if code not in _open:
            _open[code] = Checked(open_voice(chosen[code], language=code))
        return _open[code]


def languages() -> list[str]:
    """The codes of the languages for which there is a voice."""
    return sorted(_chosen())


def close_voices() -> None:
    """End what runs; whoever asks for a voice then gets a new one."""
    with _lock:
        voices = list(_open.values())
        _open.clear()
    for voice in voices:
        voice.close()


def name_of(language: str) -> str:
    """“Ukrainian (uk)”, or the code alone where nobody knows its name."""
    for code in _codes(language):
        try:
            return f"{get_language_info(code)['name']} ({language})"
        except KeyError:
            continue
    return f"“{language}”"


def _codes(language: str) -> tuple[str, str]:
    code = language.lower().replace("_", "-")
    return code, code.partition("-")[0]


def _chosen() -> Mapping[str, str]:
    """The address of each language's voice. Where nothing is set, the first that came as a package."""
    chosen: Mapping[str, str] | None = settings.VOICES
    if chosen is None:
        return {}
    return chosen or {model.language: f"piper:{model.path}" for model in reversed(installed_models())}


def _remedy() -> str:
    if settings.VOICES is None:
        return "BROADSHEET_VOICES says that there are none"
    if settings.VOICES or is_installed():
        return "choose one in BROADSHEET_VOICES"
    return INSTALL


def _forget() -> None:
    """A process that was forked shares its parent's pipes, and must not speak into them."""
    global _lock
    _open.clear()
    _lock = threading.Lock()


os.register_at_fork(after_in_child=_forget)
