"""Sea, glitter and waves."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import INK, PAPER, Colour
from broadsheet.demo.pictures.shapes import Point, smooth


def sea(canvas: Canvas, horizon: float, near: Colour, far: Colour, *, bottom: float = 1010) -> None:
    """Open water from ``horizon`` down, ``far`` at the horizon and ``near`` at the viewer's feet."""
    with canvas.ink(far) as pen:
        pen.box(-10, horizon, canvas.width + 20, bottom - horizon)
    canvas.fade(near, horizon, bottom, strength=1.0)


def ripples(
    canvas: Canvas,
    horizon: float,
    colour: Colour,
    *,
    count: int = 260,
    opacity: float = 0.6,
    bottom: float = 1000,
    left: float = 0,
    right: float = 1500,
    size: float = 1.0,
) -> None:
    """Gouge marks lying on the water, longer and thicker towards the viewer."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity) as pen:
        for _ in range(count):
            depth = rng.random() ** 1.5
            y = horizon + 4 + depth * (bottom - horizon)
            length = (18 + 190 * depth) * rng.uniform(0.4, 1.3) * size
            pen.cut(rng.uniform(left, right), y, length, (1.6 + 9 * depth) * size * rng.uniform(0.5, 1.1))


def glitter(
    canvas: Canvas,
    x: float,
    horizon: float,
    colour: Colour,
    *,
    width: float = 60,
    spread: float = 2.2,
    bottom: float = 1000,
    count: int = 110,
    opacity: float = 0.9,
) -> None:
    """The broken path of light under a sun, a moon or a lamp at ``x``."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity) as pen:
        for step in range(count):
            depth = (step / count) ** 1.25
            y = horizon + 3 + depth * (bottom - horizon)
            half = width * (0.35 + spread * depth) / 2
            length = half * rng.uniform(0.35, 1.5) * (1.0 - 0.35 * depth)
            thick = 2.2 + 6.5 * depth
            pen.cut(x + rng.gauss(0, 0.42) * half, y, max(8, length), thick * rng.uniform(0.6, 1.1))


def mirrored(
    canvas: Canvas,
    left: float,
    right: float,
    top: float,
    bottom: float,
    colour: Colour,
    *,
    opacity: float = 0.7,
) -> None:
    """The reflection of something dark standing on the water, breaking up towards the viewer."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity) as pen:
        y = top
        while y < bottom:
            depth = (y - top) / (bottom - top)
            shrink = (right - left) * 0.5 * depth * rng.uniform(0.1, 0.9)
            middle = (left + right) / 2 + rng.uniform(-1, 1) * 12 * depth
            length = max(10.0, (right - left) - 2 * shrink) * 1.12
            thick = 9 + 7 * depth
            pen.cut(middle, y, length, thick * (1.3 - 0.7 * depth))
            y += thick * (0.55 + 0.75 * depth)


def crest(
    canvas: Canvas,
    points: list[Point],
    colour: Colour,
    *,
    shade: Colour = INK,
    foam: Colour = PAPER,
    lip: float = 9,
) -> None:
    """One rolling wave from edge to edge: its body down to the foot of the sheet, and a lip of foam."""
    line = smooth(points)
    with canvas.ink(colour, shade=Shade(shade, (0.15, 1), 0.05, 0.75, 0.75)) as pen:
        pen.shape([*line, (canvas.width + 20, 1020), (-20, 1020)])
    rng = canvas.rng
    with canvas.ink(foam) as pen:
        thickness = [
            lip * (0.35 + 0.65 * abs((i % 37) / 18.5 - 1)) * rng.uniform(0.8, 1.2) for i in range(len(line))
        ]
        pen.shape(
            [*line, *((x, y + t) for (x, y), t in zip(reversed(line), reversed(thickness), strict=True))]
        )


def streaks(canvas: Canvas, points: list[Point], colour: Colour, *, rows: int = 4, gap: float = 20) -> None:
    """Foam streaks that follow the back of a wave."""
    rng, line = canvas.rng, smooth(points)
    with canvas.ink(colour, opacity=0.75) as pen:
        for row in range(1, rows + 1):
            for (x, y), (x2, y2) in zip(line[::4], line[4::4], strict=False):
                if rng.random() < 0.55:
                    slope = (y2 - y) / ((x2 - x) or 1) * 50
                    drop = gap * row * rng.uniform(0.8, 1.25)
                    pen.cut(x, y + drop, rng.uniform(40, 120), rng.uniform(2.5, 6.5), slope)
