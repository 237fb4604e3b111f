"""Whether a file is a picture, whatever its name says."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from PIL import Image, UnidentifiedImageError

FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
MOST_PIXELS = 100_000_000


def why_unusable(file: Path) -> str:
    """Why a file cannot become a picture; empty if it can. The file's first bytes decide, not its name."""
    if file.stat().st_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        return "the file is larger than a picture may be"
    try:
        with Image.open(file, formats=FORMATS) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return "the picture has more pixels than the paper can handle"
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "the file is not a picture"
    return ""
