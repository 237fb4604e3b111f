"""What the newsroom asks of a voice, whoever provides it. `tests/narration/voices/` holds every provider to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Spoken

LONGEST = 1_000  # characters that a voice is asked to say at once


@dataclass(frozen=True, slots=True)
class Identity:
    """Who speaks, as the production record and the listener are told. Another `version` sounds different."""

    provider: str  # “Piper”
    name: str  # “en_US-joe-medium”
    version: str  # of the model, or whatever else shapes the sound
    language: str  # code of the language without its country: “en”


class VoiceError(Exception):
    """A voice did not speak. The message is one line for an editor; `again` says whether trying again may help."""

    def __init__(self, message: str, *, again: bool = True) -> None:
        super().__init__(message)
        self.again = again


class Voice(Protocol):
    """Speaks one sentence after another. One thread at a time."""

    @property
    def identity(self) -> Identity:
        """Known without speaking; raises `VoiceError` where the voice is not there."""
        ...

    def speak(self, spoken: Spoken) -> Sound:
        """The whole sentence, or `VoiceError`; never a part of it. Ends within a minute whatever happens."""
        ...

    def close(self) -> None:
        """End its process or connection; `speak` opens it anew."""
        ...
