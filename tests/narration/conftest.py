"""A voice that counts what it says, and a narrator that uses it."""

from __future__ import annotations

import pytest

from broadsheet.narration.models import Narration, Production
from broadsheet.narration.narrator import Narrator
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.news.models import Story


@pytest.fixture
def voice() -> MemoryVoice:
    """Speaks English in tones."""
    return MemoryVoice()


@pytest.fixture
def narrator(voice: MemoryVoice) -> Narrator:
    """Voices what is asked for, when a test says so."""

    def find(language: str) -> MemoryVoice:
        if not language.startswith("en"):
            raise VoiceError(f"There is no voice for {language}.", again=False)
        return voice

    return Narrator("worker-1", find_voice=find)


def narration_of(story: Story) -> Narration:
    return Narration.objects.select_related("production").get(story=story)


def heard(story: Story) -> Production:
    """What listeners get."""
    production = narration_of(story).production
    assert production is not None
    return production
