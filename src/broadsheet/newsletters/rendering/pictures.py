"""Pictures as mail programs can show them."""

from __future__ import annotations

import logging
from typing import Any

from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES, filter_of
from broadsheet.media.templatetags.media_tags import UNREADABLE
from broadsheet.syndication.addresses import public

logger = logging.getLogger(__name__)


def picture_of(picture: Picture | None, *, shape: str, alt: str) -> dict[str, Any] | None:
    """The picture cut to one of the mail's shapes: address, alt text, size in pixels, and how wide it is shown.

    It is cut now if it never was. None where there is none, or its file cannot be read: the rest goes out.
    """
    if picture is None:
        return None
    try:
        cut = picture.get_rendition(filter_of(SHAPES[shape].specs[0]))
    except UNREADABLE:
        logger.warning(
            "A picture cannot be read.",
            exc_info=True,
            extra={"event": "picture_unreadable", "picture": picture.pk},
        )
        return None
    shown = min(cut.width, SHAPES[shape].fallback_width // 2)
    return {"url": public(cut.url), "alt": alt, "width": cut.width, "height": cut.height, "shown": shown}
