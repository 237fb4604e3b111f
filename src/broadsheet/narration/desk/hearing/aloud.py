"""Says a sentence to an editor."""

from __future__ import annotations

import logging

from django.http import HttpResponse

from broadsheet.narration.audio.flac import pack
from broadsheet.narration.segments.speaking import speak
from broadsheet.narration.sound import SoundError
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import LONGEST, VoiceError
from broadsheet.narration.voices.opening import voice_for

logger = logging.getLogger(__name__)

TOO_LONG = f"A sentence has {LONGEST:,} characters at most."
NOTHING = "There is nothing to say."


def aloud(spoken: Spoken, language: str) -> HttpResponse:
    """The sound, or one line that says why there is none."""
    if not spoken.words.strip():
        return refusal(NOTHING)
    if len(spoken.words) > LONGEST:
        return refusal(TOO_LONG)
    try:
        sound = pack(speak(spoken, voice_for(language)))
    except (VoiceError, SoundError) as error:
        return refusal(str(error))
    except OSError as error:
        logger.warning("A sentence was not kept: %s", error, extra={"event": "hearing_failed"})
        return refusal("The sound could not be kept: is the disk full?")
    return HttpResponse(sound, content_type="audio/flac", headers={"Cache-Control": "no-store"})


def refusal(said: str) -> HttpResponse:
    """Why nothing is heard, in one line."""
    return HttpResponse(said, status=422, content_type="text/plain; charset=utf-8")
