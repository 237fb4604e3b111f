"""Renditions of many pictures at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from broadsheet.media.shapes import SHAPES

if TYPE_CHECKING:
    from broadsheet.media.models import Picture


def load_renditions(shown: Mapping[str, Iterable[Picture]]) -> None:
    """Give every picture the renditions of the shape that it is shown in, with one query for all.

    `shown` names the pictures by shape. Two objects of one picture are given the same renditions.
    """
    from broadsheet.media.models import Rendition

    pictures = [picture for some in shown.values() for picture in some]
    if not pictures:
        return
    specs = {spec for shape, some in shown.items() if some for spec in SHAPES[shape].specs}
    found = Rendition.objects.filter(image__in={picture.pk for picture in pictures}, filter_spec__in=specs)
    by_picture: dict[int, list[Rendition]] = {picture.pk: [] for picture in pictures}
    for rendition in found:
        by_picture[rendition.image_id].append(rendition)
    for picture in pictures:
        picture.prefetched_renditions = by_picture[picture.pk]
