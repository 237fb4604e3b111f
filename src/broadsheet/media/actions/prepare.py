"""Cut a picture ahead of its first reader."""

from __future__ import annotations

from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES, SHARING


def prepare(picture: Picture, *, shape: str = "3x2") -> int:
    """Make the renditions of `picture` that cards, stories and shared links show; returns how many there are."""
    return len(picture.get_renditions(*SHAPES[shape].specs, SHARING))
