"""The picture that directories show of the podcast: the newsroom's own, or one made with the paper's name."""

from __future__ import annotations

import hashlib
import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.images.models import SourceImageIOError

from broadsheet.media.models import Picture
from broadsheet.narration.podcast.drawing import DESIGN, drawn

FOLDER = "audio/covers"  # public, and served as audio is
OWN = (
    "fill-3000x3000|format-jpeg|jpegquality-85"  # Wagtail cuts a square, and makes nothing larger than it is
)


def cover(picture: Picture | None, name: str) -> str:
    """The address of the cover, relative to the paper's own."""
    try:
        return str(picture.get_rendition(OWN).url) if picture else made_cover(name)
    except (SourceImageIOError, OSError):  # its file is gone
        return made_cover(name)


def made_cover(name: str) -> str:
    """One with `name` on it, drawn the first time that somebody wants it."""
    path = f"{FOLDER}/{hashlib.sha256(f'{DESIGN} {name}'.encode()).hexdigest()[:32]}.png"
    if not default_storage.exists(path):
        _keep(path, name)
    return default_storage.url(path)


def _keep(path: str, name: str) -> None:
    file = io.BytesIO()
    drawn(name).save(file, "PNG", optimize=True)
    saved = default_storage.save(path, ContentFile(file.getvalue()))
    if saved != path:  # another process has drawn the same meanwhile
        default_storage.delete(saved)
