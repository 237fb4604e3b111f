"""The name of a sentence's sound."""

from __future__ import annotations

import hashlib
import json

from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Identity


def key_of(spoken: Spoken, voice: Identity) -> str:
    """The same for whatever sounds the same: what is said, lexicon included, and by which voice."""
    whole = [spoken.key, voice.provider, voice.name, voice.version, voice.language]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()
