"""Audio of stories: real files, so small that they cost a test next to nothing."""

from __future__ import annotations

import array
import hashlib
import io
import math
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any, cast

import av
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from broadsheet.narration.models import Narration, Production
from broadsheet.news.models import Story

RATE = 24_000
TONE = 220  # Hz
Origin = Production.Origin


def make_production(
    story: Story,
    *,
    origin: str = Origin.SYNTHETIC,
    seconds: float = 1.0,
    lines: Sequence[str] | None = None,
    **fields: Any,
) -> Production:
    """A tone that listeners get as the story's audio, with a caption a line; without lines, the headline alone.

    A person's recording has captions only where `lines` are given.
    """
    said = [story.headline] if lines is None and origin == Origin.SYNTHETIC else list(lines or ())
    m4a, opus = tone(seconds, "ipod", "aac"), tone(seconds, "ogg", "libopus")
    given: dict[str, Any] = {
        "origin": origin,
        "language": story.language or "en",
        "fingerprint": hashlib.sha256("\n".join(said).encode()).hexdigest(),
        "words": "\n".join(said),
        "made_at": timezone.now(),
        "milliseconds": round(seconds * 1_000),
        "lines": len(said),
        "_m4a": _kept(m4a, "m4a"),
        "_m4a_bytes": len(m4a),
        "_opus": _kept(opus, "opus"),
        "_opus_bytes": len(opus),
        "_captions": _kept(captions(said, seconds).encode(), "vtt") if said else "",
    }
    if origin == Origin.SYNTHETIC:
        given |= {"provider": "Memory", "voice": "tones", "version": "1"}
    production = Production.objects.create(story=story, **given | fields)
    Narration.objects.update_or_create(
        story=story, defaults={"state": Narration.State.READY, "production": production}
    )
    return production


def captions(lines: Sequence[str], seconds: float) -> str:
    """WebVTT in which each line has the same share of the time."""
    share = seconds / max(1, len(lines))
    cues = [
        f"{number + 1}\n{_time(share * number)} --> {_time(share * (number + 1))}\n{escape(line, quote=False)}\n"
        for number, line in enumerate(lines)
    ]
    return "\n".join(["WEBVTT\n", *cues])


@cache
def tone(seconds: float, container: str, codec: str) -> bytes:
    """One soft tone, encoded."""
    wave = array.array("h", (round(3_000 * math.sin(TONE * math.tau * n / RATE)) for n in range(RATE)))
    samples = (wave * math.ceil(seconds))[: round(seconds * RATE)]
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
    frame.planes[0].update(samples.tobytes())
    frame.sample_rate = RATE
    file = io.BytesIO()
    with av.open(file, "w", format=container) as output:
        stream = cast(av.AudioStream, output.add_stream(codec, rate=RATE, layout="mono"))
        stream.bit_rate = 24_000
        resampler = av.AudioResampler(stream.format, "mono", RATE, frame_size=stream.frame_size or None)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            output.mux(stream.encode(part))
        output.mux(stream.encode(None))
    return file.getvalue()


def _kept(content: bytes, ending: str) -> str:
    """The name under which the storage has it."""
    name = hashlib.sha256(content).hexdigest()
    path = f"audio/{name[:2]}/{name}.{ending}"
    return path if default_storage.exists(path) else default_storage.save(path, ContentFile(content))


def _time(seconds: float) -> str:
    """As WebVTT writes it."""
    minutes, rest = divmod(round(seconds * 1_000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1_000:02}.{rest % 1_000:03}"
