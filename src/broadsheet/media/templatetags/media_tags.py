"""`{% picture %}`: one picture in AVIF and WebP at several widths, with a JPEG for what knows neither."""

from __future__ import annotations

import logging
from typing import Any

from django import template
from PIL.Image import DecompressionBombError
from wagtail.images.models import AbstractRendition

from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES, Shape, filter_of

register = template.Library()

logger = logging.getLogger(__name__)

# The file is not there, is cut off, is no picture, or unpacks to more than a machine can hold.
UNREADABLE = (OSError, SyntaxError, DecompressionBombError)
Cuts = dict[str, AbstractRendition]


@register.inclusion_tag("media/picture.html")
def picture(
    picture: Picture | None,
    *,
    shape: str = "3x2",
    alt: str | None = None,
    sizes: str = "100vw",
    priority: bool = False,
    css: str = "",
) -> dict[str, Any]:
    """Show `picture` cut to `shape`; `sizes` says how wide it stands on the page (HTML's `sizes`).

    `priority` is for the one picture that a reader sees first: it loads at once, all others when near.
    """
    cut = SHAPES[shape]
    renditions = _cuts(picture, cut) if picture else {}
    if picture is None or not renditions:
        return {}
    return {
        "avif": _srcset(renditions, cut, "avif"),
        "webp": _srcset(renditions, cut, "webp"),
        "fallback": renditions[cut.spec(cut.fallback_width, "jpeg")],
        "full": renditions[cut.spec(max(cut.cuts), "webp")],
        "alt": picture.alt if alt is None else alt,
        "sizes": sizes,
        "priority": priority,
        "css": css,
    }


def _cuts(picture: Picture, cut: Shape) -> Cuts:
    """The renditions by filter; none if the file is gone or broken, so that the rest of the page stands."""
    try:
        cuts: Cuts = picture.get_renditions(*(filter_of(spec) for spec in cut.specs))
    except UNREADABLE:
        logger.warning(
            "A picture cannot be read.",
            exc_info=True,
            extra={"event": "picture_unreadable", "picture": picture.pk},
        )
        return {}
    return cuts


def _srcset(renditions: Cuts, cut: Shape, file_format: str) -> str:
    # A small original gives several cuts of one width: the first of them is enough.
    by_width: dict[int, str] = {}
    for width in cut.cuts:
        rendition = renditions[cut.spec(width, file_format)]
        by_width.setdefault(rendition.width, rendition.url)
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())
