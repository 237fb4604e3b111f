"""Makes a production of what a person recorded."""

from __future__ import annotations

import hashlib
import time

from django.utils import timezone

from broadsheet.narration.audio.decoding import decode
from broadsheet.narration.making.produce import store
from broadsheet.narration.models import Narration, Production
from broadsheet.narration.script.passages import language_of, passages_of

LONGEST = 3600.0  # seconds: an hour of samples fits into a small machine's memory


def produce_recorded(narration: Narration) -> Production | None:
    """Audio from the recording, not yet saved; None where listeners have just that already. Raises `SoundError`."""
    began = time.monotonic()
    story = narration.story
    with narration.recording.open("rb") as file:
        content = file.read()
    fingerprint = hashlib.sha256(content + narration.recording_captions.encode()).hexdigest()
    if narration.production and narration.production.fingerprint == fingerprint:
        return None
    made = Production(
        story=story,
        origin=Production.Origin.HUMAN,
        language=language_of(story).partition("-")[0],
        fingerprint=fingerprint,
        words="\n".join(passage.words for passage in passages_of(story)),
        made_at=timezone.now(),
        recorded_by=narration.recorded_by,
    )
    store(made, decode(content, longest=LONGEST), captions=narration.recording_captions)
    made.seconds_of_work = round(time.monotonic() - began, 3)
    return made
