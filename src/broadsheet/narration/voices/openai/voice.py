"""A voice behind an address that OpenAI's clients could ask, too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from broadsheet.narration.sound import Sound, SoundError
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Identity, VoiceError
from broadsheet.narration.voices.openai.asking import Answer, NoAnswerError, ask
from broadsheet.narration.voices.openai.refusals import refusal
from broadsheet.narration.voices.plain import plain

PATIENCE = 40.0  # seconds for an answer, after the connection stands
PCM_RATE = 24_000
LONGEST = 300.0  # seconds of sound that are taken out of one answer
FORMATS = ("wav", "pcm", "mp3", "opus", "aac", "flac")


@dataclass(frozen=True, slots=True)
class Service:
    """Where the server is, up to and with its “/v1”, and what is asked of it."""

    base: str
    model: str
    voice: str
    format: str = "wav"
    speed: float | None = None

    @property
    def host(self) -> str:
        return urlsplit(self.base).hostname or ""


class OpenAiVoice:
    """Asks for one sentence at a time. It makes no single sounds: of the lexicon it says the respellings."""

    def __init__(self, service: Service, *, language: str, key: str = "", patience: float = PATIENCE) -> None:
        speed = "" if service.speed is None else f", speed {service.speed:g}"
        self.identity = Identity(service.host[:40], service.voice, f"{service.model}{speed}", language)
        self._service = service
        self._key = key
        self._patience = patience

    def speak(self, spoken: Spoken) -> Sound:
        try:
            answer = ask(self._address(), self._request(spoken), self._headers(), within=self._patience)
        except NoAnswerError as error:
            raise VoiceError(f"{self._service.host} {error}.") from error
        if answer.status != 200:
            raise refusal(answer, self._service.host, self._key)
        return self._sound(answer)

    def close(self) -> None:
        """Nothing stays open between two sentences."""

    def _address(self) -> str:
        return f"{self._service.base.rstrip('/')}/audio/speech"

    def _request(self, spoken: Spoken) -> bytes:
        service = self._service
        asked = {
            "model": service.model,
            "voice": service.voice,
            "input": plain(spoken.words),
            "response_format": service.format,
        }
        return json.dumps(asked if service.speed is None else asked | {"speed": service.speed}).encode()

    def _headers(self) -> dict[str, str | bytes]:
        headers: dict[str, str | bytes] = {"Content-Type": "application/json", "User-Agent": "Broadsheet"}
        return headers | {"Authorization": f"Bearer {self._key}".encode()} if self._key else headers

    def _sound(self, answer: Answer) -> Sound:
        if self._service.format == "pcm":
            return Sound(answer.body, PCM_RATE)
        # Loads FFmpeg, which a newsroom of Piper's voices needs in its worker alone.
        from broadsheet.narration.audio.decoding import decode

        try:
            return decode(answer.body, longest=LONGEST)
        except SoundError as error:
            raise VoiceError(f"{self._service.host} returned something that is no whole sound.") from error
