"""Let a person's recording be heard instead of a voice."""

from __future__ import annotations

from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from broadsheet.narration.actions.ask import AT_ONCE, asked
from broadsheet.narration.audio.captions import read_captions
from broadsheet.narration.audio.decoding import decode
from broadsheet.narration.making.recorded import LONGEST
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story


def use_recording(story: Story, *, file: BinaryIO, by: AbstractBaseUser, captions: str = "") -> None:
    """Keep a person's recording of `story`, with its times as WebVTT where they are known, and have it put in place.

    Raises `SoundError`, in one line, for what is no sound, too long, or no WebVTT.
    """
    if captions:
        read_captions(captions)
    decode(file, longest=LONGEST)
    file.seek(0)
    _keep(story, file, by=by, captions=captions)


@transaction.atomic
def _keep(story: Story, content: BinaryIO, *, by: AbstractBaseUser, captions: str) -> None:
    narration = Narration.objects.get_or_create(story=story)[0]
    _forget_recording(narration)
    narration.recording.save(f"{story.pk}", File(content), save=False)
    narration.recorded_by_id, narration.recording_captions = by.pk, captions
    narration.is_wanted = True
    narration.save(update_fields=["recording", "recorded_by", "recording_captions", "is_wanted"])
    asked(narration.pk, priority=AT_ONCE)


@transaction.atomic
def drop_recording(story: Story) -> None:
    """Back to the voice: the recording is deleted, and is heard until the voice has spoken."""
    narration = Narration.objects.get(story=story)
    _forget_recording(narration)
    narration.recording, narration.recorded_by, narration.recording_captions = "", None, ""
    narration.save(update_fields=["recording", "recorded_by", "recording_captions"])
    asked(narration.pk, priority=AT_ONCE)


def _forget_recording(narration: Narration) -> None:
    if narration.recording:
        storage, name = narration.recording.storage, str(narration.recording.name)
        transaction.on_commit(lambda: storage.delete(name))
