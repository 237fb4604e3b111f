"""Cut a picture ahead of its first reader."""

from __future__ import annotations

from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES


def prepare(picture: Picture, *shapes: str) -> int:
    """Make the renditions that `picture` needs in `shapes`; returns how many there are."""
    return len(picture.get_renditions(*(spec for shape in shapes for spec in SHAPES[shape].specs)))
