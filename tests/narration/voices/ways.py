"""Every provider, ready to speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from broadsheet.narration.voices.contract import Voice
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.narration.voices.piper.models import installed_models
from broadsheet.narration.voices.piper.voice import PiperVoice
from tests.narration.voices.speech_server import speech_server


@contextmanager
def _memory() -> Iterator[Voice]:
    yield MemoryVoice()


@contextmanager
def piper() -> Iterator[PiperVoice]:
    """Piper itself."""
    if not installed_models():
        pytest.skip("Piper or a voice for it is not installed: pip install “broadsheet[narration]”.")
    voice = PiperVoice(installed_models()[0])
    yield voice
    voice.close()


@contextmanager
def _openai() -> Iterator[Voice]:
    with speech_server() as server:
        yield server.voice()


WAYS: dict[str, Callable[[], AbstractContextManager[Voice]]] = {
    "memory": _memory,
    "piper": piper,
    "openai": _openai,
}
