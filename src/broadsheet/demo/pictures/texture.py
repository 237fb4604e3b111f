"""Noise, gradients and stipple: what keeps flat ink from looking like plastic.

Pillow's own ``effect_noise`` cannot be seeded, so the noise comes from Python's generator.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from random import Random

from PIL import Image, ImageChops

from broadsheet.demo.pictures.palette import Colour

Size = tuple[int, int]


@lru_cache(maxsize=24)
def noise(size: Size, cell: float, seed: int = 7) -> Image.Image:
    """Grey noise (mode L) whose grains are about ``cell`` pixels wide."""
    across, up = max(2, round(size[0] / cell)), max(2, round(size[1] / cell))
    grains = Image.frombytes("L", (across, up), Random(seed).randbytes(across * up))
    return grains.resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=12)
def cloud(size: Size, cell: float, seed: int, stretch: float = 1.0) -> Image.Image:
    """Soft billowing noise (mode L): four octaves, the coarsest ``cell`` pixels high."""
    small = (max(8, size[0] // 4), max(8, size[1] // 4))
    squeezed = (max(2, round(small[0] / stretch)), small[1])
    grains = (max(1.0, cell / 4 / 2**octave) for octave in range(4))
    octaves = [
        noise(squeezed, grain, seed + number).resize(small, Image.Resampling.BICUBIC)
        for number, grain in enumerate(grains)
    ]
    total = reduce(lambda whole, octave: Image.blend(whole, octave, 0.36), octaves)
    return total.resize(size, Image.Resampling.BICUBIC)


def ramp(size: Size, toward: tuple[float, float]) -> Image.Image:
    """A linear gradient (mode L), lightest on the side that ``toward`` (dx, dy) points to."""
    dx, dy = toward
    down = Image.linear_gradient("L")
    right = down.transpose(Image.Transpose.ROTATE_90)
    if dy < 0:
        down = down.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    if dx < 0:
        right = right.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    share = abs(dy) / ((abs(dx) + abs(dy)) or 1)
    return Image.blend(right, down, share).resize(size, Image.Resampling.BILINEAR)


def levels(image: Image.Image, low: float, high: float, top: float = 1.0) -> Image.Image:
    """``image`` stretched so that ``low`` becomes black and ``high`` (0 to 1) becomes ``top``."""
    width = max(1e-6, high - low)
    return image.point([round(255 * top * min(1, max(0, (v / 255 - low) / width))) for v in range(256)])


def stipple(tone: Image.Image, grains: Image.Image) -> Image.Image:
    """``tone`` (mode L) broken into grains, denser where it is lighter."""
    return ImageChops.add(tone, grains, 1, -255).point([min(255, v * 4) for v in range(256)])


def blend_down(size: Size, stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """A vertical gradient through ``stops`` (share of the height, colour)."""
    strip = Image.new("RGB", (1, 512))
    for row in range(512):
        strip.putpixel((0, row), _colour_at(row / 511, stops))
    return strip.resize(size, Image.Resampling.BILINEAR)


def _colour_at(share: float, stops: Sequence[tuple[float, Colour]]) -> Colour:
    previous = stops[0]
    for stop in stops:
        if share <= stop[0]:
            gap = stop[0] - previous[0]
            t = (share - previous[0]) / gap if gap else 0.0
            red, green, blue = (round(a + (b - a) * t) for a, b in zip(previous[1], stop[1], strict=True))
            return red, green, blue
        previous = stop
    return stops[-1][1]
