"""A voice that Piper speaks with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from broadsheet.narration.sound import Sound
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Identity, VoiceError
from broadsheet.narration.voices.piper.models import Model, fingerprint, piper_version
from broadsheet.narration.voices.piper.process import SpeakerProcess
from broadsheet.narration.voices.piper.wording import text_of

SPEAKER = Path(__file__).with_name("speaker.py")
# Measured, so that a newsreader's 150 to 190 words a minute come out; other models as they were trained.
SPEEDS = {"en_US-joe-medium": 0.8}  # 200 words a minute by itself
PATIENCE = 20.0  # seconds for any sentence and, where needed, Piper's start
A_SIGN = 0.03  # seconds more for each character


class PiperVoice:
    """Speaks with one model, as one of its speakers. `command` and `patience` are for tests."""

    def __init__(
        self,
        model: Model,
        *,
        language: str = "",
        speed: float | None = None,
        speaker: str = "",
        command: Sequence[str] = (),
        patience: float = PATIENCE,
    ) -> None:
        self._model = model
        self._language = language or model.language
        self._speed = speed or SPEEDS.get(model.name, 1.0)
        self._speaker = speaker
        self._number = _number_of(speaker, model) if speaker else None
        self._patience = patience
        # -P: what lies beside the program is no library of its own.
        self.process = SpeakerProcess(command or (sys.executable, "-P", str(SPEAKER), str(model.path)))

    @property
    def identity(self) -> Identity:
        name = f"{self._model.name}, {self._speaker}" if self._speaker else self._model.name
        version = f"Piper {piper_version()}, model {fingerprint(self._model.path)}, speed {self._speed:g}"
        return Identity("Piper", name, version, self._language)

    def speak(self, spoken: Spoken) -> Sound:
        text = text_of(spoken, self._model.signs)
        request = {"text": text, "speed": self._speed, "speaker": self._number}
        return self.process.ask(request, within=self._patience + A_SIGN * len(text))

    def close(self) -> None:
        self.process.close()


def _number_of(speaker: str, model: Model) -> int:
    try:
        return model.speakers[speaker]
    except KeyError:
        names = ", ".join(sorted(model.speakers)) or "none"
        words = f"{model.name} has no speaker “{speaker}”; those it has: {names}."
        raise VoiceError(words[:300], again=False) from None
