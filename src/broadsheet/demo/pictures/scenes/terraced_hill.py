"""The picture ``terraced-hill``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import far_town
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BLUE,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    Colour,
    mix,
)
from broadsheet.demo.pictures.shapes import Point, smooth
from broadsheet.demo.pictures.sky import gulls
from broadsheet.demo.pictures.water import ripples, sea


def paint(canvas: Canvas) -> None:
    """Rows of houses stepping up the hill in evening light."""
    canvas.sky((0, (84, 130, 158)), (0.3, (222, 196, 160)), (0.5, (246, 206, 142)))
    canvas.glow(40, 330, 620, (255, 226, 160), 0.8)
    sea(canvas, 420, (60, 110, 130), (226, 204, 168))
    ripples(canvas, 424, PAPER, count=70, opacity=0.6, bottom=620, right=600, size=0.6)
    with canvas.ink((132, 140, 156)) as pen:
        pen.shape([*smooth([(-40, 416), (120, 392), (280, 398), (460, 422)]), (-40, 424)])
    walls: list[Colour] = [PAPER, (222, 166, 84), (176, 86, 62), (168, 194, 204), (232, 210, 176)]
    rows = 7
    for row in range(rows):
        share = row / (rows - 1)
        ground: list[Point] = smooth([(x, _slope(x, row)) for x in range(-80, 1700, 120)], steps=4)
        tone = mix((138, 142, 106), (70, 86, 70), share)
        with canvas.ink(tone, shade=Shade(INK, (1, 0.5), 0.2, 1.3, 0.45)) as pen:
            pen.shape([*[(x, y - 6) for x, y in ground], (1600, 1020), (-100, 1020)])
        size = 42 + 42 * share
        start = 660 - 130 * row + canvas.rng.uniform(0, 40)
        spots = [(start + i * size * 1.12, 0.0) for i in range(40) if -120 < start + i * size * 1.12 < 1560]
        far_town(
            canvas,
            [(x, _slope(x, row) + 3) for x, _ in spots],
            size,
            walls,
            mix((92, 74, 86), (44, 44, 66), share),
            NAVY,
            lit=0.06,
        )
        if row in (2, 4, 6):
            _washing(canvas, row, size)
    gulls(canvas, PAPER, (80, 90, 620, 300), 7, 0.6)


def _slope(x: float, row: int) -> float:
    return 330 + row * 112 + max(0.0, 900 - x) * (0.34 - row * 0.045) + 20 * ((x / 260 + row * 0.7) % 1.0)


def _washing(canvas: Canvas, row: int, size: float) -> None:
    rng = canvas.rng
    x = 1010 - row * 90
    y = _slope(x, row) + 34
    with canvas.ink(INK) as pen:
        pen.line(smooth([(x, y - 8), (x + 120, y + 6), (x + 240, y - 10)]), 2.5)
        pen.box(x - 3, y - 12, 5, 50)
        pen.box(x + 238, y - 14, 5, 50)
    for colour in (PAPER, OXIDE, BLUE):
        with canvas.ink(colour) as pen:
            for _ in range(3):
                pen.box(x + rng.uniform(10, 205), y, size * 0.3, size * rng.uniform(0.35, 0.55))
