"""The files of a production, in the storage under names that change with their content."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from broadsheet.narration.audio.encoding import Form, Tags
from broadsheet.narration.audio.files import make_files
from broadsheet.narration.sound import Sound


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as the storage knows it."""

    name: str
    bytes: int


def put_sound(story_id: int, sound: Sound, tags: Tags) -> dict[Form, Stored]:
    """Make its files aside, each whole, and put them where readers can fetch them. Raises `SoundError`, `OSError`."""
    with tempfile.TemporaryDirectory(prefix="narration-") as folder:
        made = make_files(sound, Path(folder), tags=tags)
        return {form: put(story_id, path.read_bytes(), form.ending) for form, path in made.items()}


def put(story_id: int, content: bytes, ending: str) -> Stored:
    """Store it where readers can fetch it. The same content of a story has the same name, and is stored once."""
    digest = hashlib.sha256(f"{story_id}:".encode() + content).hexdigest()[:40]
    name = f"audio/{digest[:2]}/{digest}.{ending}"
    if not (default_storage.exists(name) and default_storage.size(name) == len(content)):
        default_storage.delete(name)
        default_storage.save(name, ContentFile(content))
    return Stored(name, len(content))
