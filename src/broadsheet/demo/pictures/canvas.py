"""The sheet of paper: ink is pressed on it layer by layer, as a screen printer does.

Scenes think in units: a sheet is 1500 by 1000 (a portrait 1000 by 1000), whatever its size in
pixels. Every layer is a mask drawn at twice the size and reduced, which gives clean edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageFilter

from broadsheet.demo.pictures.palette import INK, Colour
from broadsheet.demo.pictures.pen import Pen
from broadsheet.demo.pictures.shapes import Point
from broadsheet.demo.pictures.texture import Size, blend_down, cloud, levels, noise, ramp, stipple

OVERSAMPLING = 2


@dataclass(frozen=True)
class Shade:
    """Stippled shading across a layer: ``toward`` points to where it is densest."""

    colour: Colour = INK
    toward: tuple[float, float] = (0.0, 1.0)
    start: float = 0.1
    end: float = 1.0
    strength: float = 0.6


@dataclass(frozen=True)
class Ink:
    """What is pressed through one screen; ``blur`` is in pixels."""

    colour: Colour
    opacity: float
    shade: Shade | None
    blur: float


class Canvas:
    """One picture in the making; ``rng`` is seeded with its name, so it always comes out the same."""

    def __init__(self, name: str, size: Size, *, width: int = 1500, height: int = 1000) -> None:
        self.rng = Random(name)
        self.seed = sum(name.encode())
        self.size = size
        self.width, self.height = width, height
        self.scale = max(size[0] / width, size[1] / height)
        self.image = Image.new("RGB", size, INK)
        self._clean: list[Image.Image] = []

    def sky(self, *stops: tuple[float, Colour]) -> None:
        """Fill the whole sheet with a vertical gradient through ``stops``."""
        self.image.paste(blend_down(self.size, stops))

    @contextmanager
    def ink(
        self,
        colour: Colour,
        *,
        opacity: float = 1.0,
        shade: Shade | None = None,
        blur: float = 0.0,
        inside: Sequence[Point] | None = None,
    ) -> Iterator[Pen]:
        """Press one colour through whatever the pen draws, cut off at the outline ``inside``."""
        pen = self._pen()
        yield pen
        fence = self._pen() if inside else None
        if fence and inside:
            fence.shape(inside)
        self._press(pen, Ink(colour, opacity, shade, blur * self.scale), fence)
        for used in (pen, fence):
            self._wipe(used)

    def _pen(self) -> Pen:
        big = (self.size[0] * OVERSAMPLING, self.size[1] * OVERSAMPLING)
        mask = self._clean.pop() if self._clean else Image.new("L", big)
        return Pen(mask, self.scale * OVERSAMPLING)

    def _wipe(self, pen: Pen | None) -> None:
        """Keep the mask for the next layer: cleaning what was touched is cheaper than a new one."""
        if pen:
            if pen.touched:
                pen.mask.paste(0, pen.touched)
            self._clean.append(pen.mask)

    def _press(self, pen: Pen, ink: Ink, fence: Pen | None) -> None:
        bounds = pen.inked()
        if bounds is None:
            return
        margin = round(ink.blur * 3)
        left, top = (max(0, edge // OVERSAMPLING - margin) for edge in bounds[:2])
        right = min(self.size[0], -(-bounds[2] // OVERSAMPLING) + margin)
        bottom = min(self.size[1], -(-bounds[3] // OVERSAMPLING) + margin)
        area = (left * OVERSAMPLING, top * OVERSAMPLING, right * OVERSAMPLING, bottom * OVERSAMPLING)
        screen = pen.mask.crop(area).reduce(OVERSAMPLING)
        if ink.blur:
            screen = screen.filter(ImageFilter.GaussianBlur(ink.blur))
        if fence:
            screen = ImageChops.multiply(screen, fence.mask.crop(area).reduce(OVERSAMPLING))
        self._paste(ink.colour, screen, (left, top), ink.opacity)
        if ink.shade:
            tone = levels(ramp(screen.size, ink.shade.toward), ink.shade.start, ink.shade.end)
            dots = stipple(tone, self._grains().crop((left, top, right, bottom)))
            self._paste(ink.shade.colour, ImageChops.multiply(dots, screen), (left, top), ink.shade.strength)

    def _paste(self, colour: Colour, screen: Image.Image, corner: Size, opacity: float) -> None:
        if opacity < 1:
            screen = levels(screen, 0, 1, opacity)
        self.image.paste(colour, (*corner, corner[0] + screen.width, corner[1] + screen.height), screen)

    def _grains(self) -> Image.Image:
        return noise(self.size, max(1.0, 1.95 * self.scale))

    def fade(
        self, colour: Colour, top: float, bottom: float, *, strength: float = 1.0, stippled: bool = False
    ) -> None:
        """Lay ``colour`` over the sheet, growing from ``top`` to full at ``bottom`` (or the other way up)."""
        low, high = sorted((top, bottom))
        toward = (0.0, 1.0 if bottom > top else -1.0)
        box = (0, round(low * self.scale), self.size[0], round(high * self.scale))
        tone = ramp((box[2], max(1, box[3] - box[1])), toward)
        if stippled:
            grains = self._grains().crop((0, box[1], box[2], box[1] + tone.height))
            tone = stipple(tone, grains)
        self._paste(colour, tone, (0, box[1]), strength)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 0.7) -> None:
        """A soft round light about ``x, y``."""
        reach = max(2, round(radius * self.scale))
        light = ImageChops.invert(Image.radial_gradient("L")).resize((reach * 2, reach * 2))
        # The corners of Pillow's gradient are not black; the cut at 0.3 makes the light round.
        light = levels(light, 0.3, 1.0).point([round(v * v / 255) for v in range(256)])
        self._paste(colour, light, (round(x * self.scale) - reach, round(y * self.scale) - reach), strength)

    def billow(
        self,
        colour: Colour,
        *,
        cell: float,
        low: float = 0.45,
        high: float = 0.65,
        strength: float = 0.6,
        stretch: float = 1.0,
        between: tuple[float, float] | None = None,
        stippled: bool = True,
        salt: int = 0,
    ) -> None:
        """Clouds, fog or foam: soft noise in ``colour``, fading out beyond ``between`` (top, bottom)."""
        tone = levels(cloud(self.size, cell * self.scale, self.seed + salt, stretch), low, high)
        if between:
            tone = ImageChops.multiply(tone, self._band(*between))
        if stippled:
            tone = stipple(tone, self._grains())
        self._paste(colour, tone, (0, 0), strength)

    def _band(self, top: float, bottom: float) -> Image.Image:
        rows: list[int] = []
        edge = (bottom - top) * 0.3 or 1
        for row in range(200):
            y = row * self.height / 200
            inside = min(1.0, (y - top) / edge, (bottom - y) / edge)
            rows.append(round(255 * max(0.0, inside)))
        strip = Image.new("L", (1, 200))
        strip.putdata(rows)
        return strip.resize(self.size, Image.Resampling.BILINEAR)

    def finish(self) -> Image.Image:
        """The printed sheet: a little grain in the paper, a little unevenness in the ink."""
        grain = levels(noise(self.size, max(1.0, 2.0 * self.scale), 3), 0.0, 1.0)
        uneven = cloud(self.size, 260 * self.scale, 11)
        texture = Image.blend(grain, uneven, 0.45)
        # 128 is neutral for soft light; narrowing the range keeps the JPEG small.
        texture = texture.point([round(128 + (v - 128) * 0.155) for v in range(256)])
        return ImageChops.soft_light(self.image, Image.merge("RGB", (texture,) * 3))
