"""What a server's refusal means, and what to do about it."""

from __future__ import annotations

import json
import re

from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.openai.asking import Answer

PASSING = frozenset({408, 409, 425, 429})
LONGEST = 160  # characters of a server's own words
_KEYLIKE = re.compile(r"\b(?:sk|pk|key|bearer)[-_ ]\S+", re.IGNORECASE)


def refusal(answer: Answer, host: str, key: str) -> VoiceError:
    """One line that shows no key."""
    status = answer.status
    if status in PASSING or status >= 500:
        words = "has too much to do" if status == 429 else "is not well"
        return VoiceError(f"{host} {words} ({status}).")
    return VoiceError(f"{host} {_lasting(status, key)}{_its_words(answer, key)}", again=False)


def _lasting(status: int, key: str) -> str:
    if status in (401, 403):
        words = "does not accept the key: check" if key else "wants a key: set"
        return f"{words} BROADSHEET_SPEECH_KEY."
    if status == 404:
        return "has no such address, model or voice (404): check BROADSHEET_VOICES."
    if status < 400:
        return f"answers from another address ({status}): name that one in BROADSHEET_VOICES."
    return f"refuses to speak ({status}): check the model and the voice in BROADSHEET_VOICES."


def _its_words(answer: Answer, key: str) -> str:
    # What it says of a key repeats a part of it.
    if answer.status in (401, 403) or answer.status < 400:
        return ""
    try:
        said = json.loads(answer.body)
        said = said.get("error", said.get("detail"))
        words = said.get("message") if isinstance(said, dict) else said
    except (ValueError, AttributeError):
        return ""
    if not isinstance(words, str):
        return ""
    words = words.replace(key, "…") if key else words
    words = " ".join(_KEYLIKE.sub("…", words).split())[:LONGEST]
    return f" It says: {words}" if words else ""
