"""Sounds of sentences on the disk, without loss."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from broadsheet.narration.audio.flac import pack, unpack
from broadsheet.narration.models import Segment
from broadsheet.narration.sound import Sound, SoundError
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import Identity

logger = logging.getLogger(__name__)

A_DAY = timedelta(days=1)


def kept_segments(keys: Collection[str]) -> dict[str, Segment]:
    """Those that are there already, by key; they are marked as used today."""
    found = {segment.key: segment for segment in Segment.objects.filter(key__in=set(keys))}
    now = timezone.now()
    stale = [segment.pk for segment in found.values() if segment.used_at < now - A_DAY]
    if stale:
        Segment.objects.filter(pk__in=stale).update(used_at=now)
    return found


def sound_of(segment: Segment) -> Sound | None:
    """What was kept; None where the file is gone or broken, and then the segment is forgotten."""
    try:
        with segment.file.open("rb") as file:
            return unpack(file.read())
    except (OSError, SoundError) as error:
        logger.warning("Segment %s is lost: %s", segment.key, error, extra={"event": "segment_lost"})
        segment.delete()
        return None


def keep(key: str, sound: Sound, *, spoken: Spoken, voice: Identity) -> None:
    """Keep a sound for the next time; another worker may have been quicker."""
    segment = Segment(
        key=key,
        words=spoken.words,
        language=voice.language,
        provider=voice.provider,
        voice=voice.name,
        version=voice.version,
        milliseconds=round(sound.seconds * 1000),
    )
    segment.file.save(f"{key[:2]}/{key}.flac", ContentFile(pack(sound)), save=False)
    try:
        with transaction.atomic():
            segment.save()
    except IntegrityError:
        segment.file.delete(save=False)
