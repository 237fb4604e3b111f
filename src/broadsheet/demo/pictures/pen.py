"""The pen cuts shapes into one screen; the canvas presses ink through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from PIL import Image, ImageDraw

from broadsheet.demo.pictures.shapes import Point, lens, oval, smooth


class Pen:
    """Draws on a mask in the picture's own units; ``gap=True`` cuts away instead of adding."""

    def __init__(self, mask: Image.Image, scale: float) -> None:
        self.mask = mask
        self._draw = ImageDraw.Draw(mask)
        self._scale = scale
        self._left, self._top = float(mask.width), float(mask.height)
        self._right = self._bottom = 0.0

    @property
    def touched(self) -> tuple[int, int, int, int] | None:
        """The part of the mask that may hold ink, in its own pixels."""
        left, top = max(0, int(self._left) - 2), max(0, int(self._top) - 2)
        right, bottom = (
            min(self.mask.width, int(self._right) + 3),
            min(self.mask.height, int(self._bottom) + 3),
        )
        return (left, top, right, bottom) if left < right and top < bottom else None

    def inked(self) -> tuple[int, int, int, int] | None:
        """The box round what is left after all cuts, in the mask's pixels."""
        if not self.touched:
            return None
        left, top, *_ = self.touched
        box = self.mask.crop(self.touched).getbbox()
        return (left + box[0], top + box[1], left + box[2], top + box[3]) if box else None

    def _device(self, points: Iterable[Point], *, gap: bool, reach: float = 0.0) -> list[Point]:
        placed = [(x * self._scale, y * self._scale) for x, y in points]
        if gap:
            return placed
        across, up = [x for x, _ in placed], [y for _, y in placed]
        self._left = min(self._left, min(across) - reach)
        self._top = min(self._top, min(up) - reach)
        self._right = max(self._right, max(across) + reach)
        self._bottom = max(self._bottom, max(up) + reach)
        return placed

    def shape(self, points: Sequence[Point], *, gap: bool = False) -> None:
        """Fill the polygon with these corners."""
        self._draw.polygon(self._device(points, gap=gap), fill=0 if gap else 255)

    def curve(self, points: Sequence[Point], *, gap: bool = False) -> None:
        """Fill the closed smooth outline through ``points``."""
        self.shape(smooth(points, closed=True), gap=gap)

    def box(self, x: float, y: float, width: float, height: float, *, gap: bool = False) -> None:
        """Fill an upright rectangle from its top left corner."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], gap=gap)

    def disc(self, x: float, y: float, across: float, up: float | None = None, *, gap: bool = False) -> None:
        """Fill an ellipse about ``x, y`` with radii ``across`` and ``up``."""
        up = across if up is None else up
        edges = self._device([(x - across, y - up), (x + across, y + up)], gap=gap)
        self._draw.ellipse([edges[0], edges[1]], fill=0 if gap else 255)

    def line(self, points: Sequence[Point], width: float, *, gap: bool = False, caps: bool = False) -> None:
        """Draw a line of one thickness through ``points``."""
        thick = max(1, round(width * self._scale))
        fill = 0 if gap else 255
        self._draw.line(self._device(points, gap=gap, reach=thick), fill=fill, width=thick, joint="curve")
        if caps:
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, gap=gap)

    def arch(self, x: float, y: float, width: float, height: float, *, gap: bool = False) -> None:
        """Fill a round-headed opening from its top left corner."""
        radius = width / 2
        crown = oval(x + radius, y + radius, radius, radius, start=180, end=360)
        self.shape([*crown, (x + width, y + height), (x, y + height)], gap=gap)

    def cut(
        self, x: float, y: float, length: float, thickness: float, angle: float = 0.0, *, gap: bool = False
    ) -> None:
        """One tapering mark of the gouge."""
        self.shape(lens(x, y, length, thickness, angle), gap=gap)

    def speckle(self, rng: Random, area: tuple[float, float, float, float], count: int, size: float) -> None:
        """Scatter small dots over ``area`` (left, top, right, bottom)."""
        left, top, right, bottom = area
        for _ in range(count):
            radius = size * rng.uniform(0.35, 1.0)
            self.disc(rng.uniform(left, right), rng.uniform(top, bottom), radius)
