"""Makes the audio of one story."""

from __future__ import annotations

import time
from collections.abc import Iterable

from django.utils import timezone

from broadsheet.narration.audio.captions import Cue, captions
from broadsheet.narration.audio.encoding import Form
from broadsheet.narration.audio.joining import join
from broadsheet.narration.audio.loudness import level
from broadsheet.narration.listening import NOTICE
from broadsheet.narration.making.files import put, put_sound
from broadsheet.narration.making.script import Plan, plan_for
from broadsheet.narration.making.tags import tags_for
from broadsheet.narration.making.voicing import Progress, have_it_said
from broadsheet.narration.models import Narration, Production
from broadsheet.narration.sound import Sound
from broadsheet.narration.voices.contract import Voice
from broadsheet.news.models import Story


def produce(narration: Narration, voice: Voice, progress: Progress) -> Production | None:
    """Audio for what `narration`'s story says now, not yet saved; None where listeners have just that already.

    Raises `VoiceError`, `SoundError`, `NothingToSayError`, or `OSError` where the disk refuses.
    """
    began = time.monotonic()
    story = narration.story
    plan = plan_for(story, voice.identity)
    if narration.production and narration.production.fingerprint == plan.fingerprint:
        return None
    voiced = have_it_said(plan, voice, progress)
    joined, times = join((sound, line.pause) for sound, line in zip(voiced.sounds, plan.lines, strict=True))
    made = _record(story, plan)
    made.lines_reused = voiced.reused
    store(made, joined, captions=_captions(plan, times))
    made.seconds_of_work = round(time.monotonic() - began, 3)
    return made


def store(made: Production, sound: Sound, *, captions: str) -> None:
    """Level and encode `sound`, and put its files where readers can fetch them."""
    story = made.story
    levelled, measured = level(sound)
    made.loudness, made.peak = measured.lufs, measured.peak
    made.milliseconds = round(levelled.seconds * 1000)
    notice = NOTICE if made.is_synthetic else ""
    files = put_sound(story.pk, levelled, tags_for(story, notice=notice))
    m4a, opus = files[Form.M4A], files[Form.OPUS]
    made._m4a, made._m4a_bytes = m4a.name, m4a.bytes
    made._opus, made._opus_bytes = opus.name, opus.bytes
    made._captions = put(story.pk, captions.encode(), "vtt").name if captions else ""


def _record(story: Story, plan: Plan) -> Production:
    voice = plan.voice
    return Production(
        story=story,
        origin=Production.Origin.SYNTHETIC,
        language=voice.language,
        provider=voice.provider,
        voice=voice.name,
        version=voice.version,
        terms=plan.terms,
        fingerprint=plan.fingerprint,
        words=plan.words,
        made_at=timezone.now(),
        lines=len(plan.lines),
    )


def _captions(plan: Plan, times: Iterable[tuple[float, float]]) -> str:
    return captions(
        Cue(start, end, line.written) for (start, end), line in zip(times, plan.lines, strict=True)
    )
