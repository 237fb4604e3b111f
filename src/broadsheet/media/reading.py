"""Pictures as they are read from what was uploaded, before they are cut."""

from __future__ import annotations

from PIL import Image, ImageOps
from willow.image import AvifImageFile, ImageFile, JPEGImageFile, PNGImageFile, WebPImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

KINDS = (AvifImageFile, JPEGImageFile, PNGImageFile, WebPImageFile)
DEEP = ("I", "I;16", "I;16B", "I;16L")


def read(file: ImageFile) -> PillowImage:
    """The picture upright, with eight bits a colour, and without EXIF.

    Willow would copy EXIF, which says where, when and with whose camera a picture was taken, into what
    readers get: it may betray a source.
    """
    picture = ImageOps.exif_transpose(PillowImage.open(file).image)
    picture.info.pop("exif", None)
    return PillowImage(_shallow(picture) if picture.mode in DEEP else picture)


def _shallow(picture: Image.Image) -> Image.Image:
    # Pillow alone would cut off the high bits, which leaves a white page of a scan with sixteen bits.
    return picture.convert("I").point(lambda light: light * (1 / 256)).convert("L")


def register() -> None:
    """Called once, when the app is ready."""
    for kind in KINDS:
        registry.register_converter(kind, PillowImage, read)
