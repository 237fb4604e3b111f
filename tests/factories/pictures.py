"""Small real pictures."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from broadsheet.media.models import Picture


def make_picture(
    title: str = "Mole",
    *,
    alt: str = "The west mole at low water",
    size: tuple[int, int] = (96, 64),
    kind: str = "JPEG",
    **fields: Any,
) -> Picture:
    """A picture of one colour, small enough that cutting it costs a test next to nothing."""
    file = io.BytesIO()
    Image.new("RGB", size, "steelblue").save(file, kind)
    name = f"{title.lower().replace(' ', '-')}.{kind.lower()}"
    return Picture.objects.create(
        title=title, description=alt, file=ContentFile(file.getvalue(), name), **fields
    )
