"""`{% picture %}`: one picture in AVIF and WebP at several widths, with a JPEG for what knows neither."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.images.models import AbstractRendition
from wagtail.images.shortcuts import get_renditions_or_not_found

from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES, Shape, filter_of

register = template.Library()

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
    if picture is None:
        return {}
    cut = SHAPES[shape]
    renditions = get_renditions_or_not_found(picture, [filter_of(spec) for spec in cut.specs])
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


def _srcset(renditions: Cuts, cut: Shape, file_format: str) -> str:
    # A small original gives several cuts of one width: the first of them is enough.
    by_width = {}
    for width in cut.cuts:
        rendition = renditions[cut.spec(width, file_format)]
        by_width.setdefault(rendition.width, rendition.url)
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())
