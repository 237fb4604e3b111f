"""What hangs over the town: sun, moon, stars, cloud, rain, gulls."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import PAPER, Colour, mix
from broadsheet.demo.pictures.shapes import Point, placed, smooth


def sun(
    canvas: Canvas, x: float, y: float, radius: float, colour: Colour, halo: Colour | None = None
) -> None:
    """A flat disc of light with a halo."""
    if halo:
        canvas.glow(x, y, radius * 4.2, halo, 0.75)
    with canvas.ink(colour) as pen:
        pen.disc(x, y, radius)


def bands(
    canvas: Canvas,
    colour: Colour,
    *,
    top: float,
    bottom: float,
    count: int = 9,
    length: float = 700,
    opacity: float = 0.85,
    thickness: float = 26,
) -> None:
    """Long flat clouds, thinner towards the horizon at ``bottom``."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity, shade=Shade(PAPER, (0.2, 1), 0.5, 1.2, 0.25)) as pen:
        for index in range(count):
            depth = (index + rng.random()) / count
            y = top + depth * (bottom - top)
            size = 1.15 - 0.75 * depth
            x = rng.uniform(-100, canvas.width + 100)
            for _ in range(3):
                shift = rng.uniform(-0.35, 0.35) * length * size
                span = length * size * rng.uniform(0.4, 1.0)
                pen.cut(
                    x + shift, y + rng.uniform(-9, 9) * size, span, thickness * size * rng.uniform(0.5, 1)
                )


def cumulus(canvas: Canvas, x: float, y: float, width: float, colour: Colour, shade: Colour) -> None:
    """A heaped cloud with a flat foot at ``y``."""
    rng = canvas.rng
    with canvas.ink(colour, shade=Shade(shade, (0.4, 1), 0.25, 1.1, 0.7)) as pen:
        puffs = 9
        for index in range(puffs):
            share = (index + 0.5) / puffs
            height = width * 0.2 * math.sin(math.pi * share) ** 0.7 * rng.uniform(0.75, 1.2)
            pen.disc(x + (share - 0.5) * width, y - height * 0.55, width * 0.1 + height * 0.35, height * 0.8)
        pen.box(x - width, y, width * 2, width, gap=True)
        pen.cut(x, y, width * 1.2, width * 0.035)


def stars(canvas: Canvas, bottom: float, *, count: int = 140, colour: Colour = PAPER) -> None:
    """Stars above ``bottom``, fewer near the horizon."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=0.85) as pen:
        for _ in range(count):
            y = bottom * rng.random() ** 1.4
            pen.disc(rng.uniform(0, canvas.width), y, rng.choice([1.1, 1.4, 1.7, 2.6]))


def rays(
    canvas: Canvas, x: float, y: float, colour: Colour, *, opacity: float = 0.18, count: int = 22
) -> None:
    """Beams fanning out from a light, as cut in lino."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity) as pen:
        for index in range(count):
            angle = 2 * math.pi * (index + rng.uniform(-0.2, 0.2)) / count
            half = math.pi / count * rng.uniform(0.25, 0.6)
            ends = [(x + 2200 * math.cos(angle + d), y + 2200 * math.sin(angle + d)) for d in (-half, half)]
            pen.shape([(x, y), *ends])


def rain(canvas: Canvas, colour: Colour, *, count: int = 260, lean: float = 14, opacity: float = 0.4) -> None:
    """Slanting strokes over the whole sheet."""
    rng = canvas.rng
    with canvas.ink(colour, opacity=opacity) as pen:
        for _ in range(count):
            x, y = rng.uniform(-50, 1550), rng.uniform(-50, 1050)
            pen.cut(x, y, rng.uniform(40, 120), rng.uniform(1.6, 3.2), 90 + lean)


_WING: list[Point] = smooth([(0, 0), (16, -13), (36, -17), (58, -6)], steps=6)
_UNDER: list[Point] = smooth([(58, -6), (37, -10), (18, -4), (0, 7)], steps=6)


def gull(canvas: Canvas, x: float, y: float, size: float, colour: Colour, *, tilt: float = 0) -> None:
    """A far gull: two bent wings."""
    with canvas.ink(colour) as pen:
        for flip in (False, True):
            pen.shape(placed([*_WING, *_UNDER], x, y, size=size, angle=tilt, flip=flip))


def gulls(
    canvas: Canvas, colour: Colour, area: tuple[float, float, float, float], count: int, size: float = 0.5
) -> None:
    """A scattering of far gulls within ``area`` (left, top, right, bottom)."""
    rng = canvas.rng
    left, top, right, bottom = area
    with canvas.ink(colour) as pen:
        for _ in range(count):
            x, y = rng.uniform(left, right), rng.uniform(top, bottom)
            scale, tilt = size * rng.uniform(0.6, 1.3), rng.uniform(-18, 18)
            for flip in (False, True):
                pen.shape(placed([*_WING, *_UNDER], x, y, size=scale, angle=tilt, flip=flip))


def hills(
    canvas: Canvas,
    horizon: float,
    near: Colour,
    far: Colour,
    *,
    rows: int = 3,
    height: float = 70,
    floor: float = 0,
) -> None:
    """Ranges of land behind the water, paler with distance."""
    rng = canvas.rng
    for row in range(rows):
        share = row / max(1, rows - 1)
        level = horizon - height * (1 - share * 0.7)
        wander = height * 0.32 * (1.1 - share * 0.5)
        points = smooth([(-40 + 130 * i, level + rng.uniform(-wander, wander)) for i in range(13)])
        with canvas.ink(mix(far, near, share)) as pen:
            pen.shape([*points, (1560, horizon + floor), (-60, horizon + floor)])
