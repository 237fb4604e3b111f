"""The picture ``night-harbour``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import far_town
from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.cranes import quay_crane
from broadsheet.demo.pictures.palette import (
    PAPER,
    Colour,
    mix,
)
from broadsheet.demo.pictures.shapes import path, smooth
from broadsheet.demo.pictures.sky import hills, stars
from broadsheet.demo.pictures.water import glitter, ripples, sea


def paint(canvas: Canvas) -> None:
    """Strings of light from the hill."""
    deep: Colour = (8, 16, 36)
    canvas.sky((0, deep), (0.3, (22, 40, 78)), (0.42, (62, 72, 112)))
    stars(canvas, 360)
    hills(canvas, 400, (14, 26, 50), (40, 54, 92), rows=2, height=44)
    sea(canvas, 398, (6, 14, 32), (36, 54, 92))
    ripples(canvas, 410, (96, 120, 160), count=200, opacity=0.3, bottom=900)
    lights = [(x, 396 + (x % 7), (255, 214, 130)) for x in range(40, 640, 38)] + [
        (x, 404, (255, 232, 180)) for x in range(980, 1480, 44)
    ]
    with canvas.ink((10, 18, 38)) as pen:
        pen.shape([(-10, 396), (660, 404), (700, 424), (-10, 440)])
        pen.shape([(1510, 394), (950, 404), (920, 422), (1510, 436)])
    canvas.glow(330, 400, 420, (190, 130, 70), 0.4)
    canvas.glow(1230, 400, 380, (190, 130, 70), 0.45)
    quay_crane(canvas, 1180, 406, 0.36, (8, 14, 30))
    quay_crane(canvas, 1340, 406, 0.36, (8, 14, 30), raised=True)
    for x, y, colour in lights:
        with canvas.ink(colour) as pen:
            pen.disc(x, y - 8, 5.5)
        glitter(canvas, x, y + 22, colour, width=16, spread=1.2, bottom=y + 170, count=16, opacity=0.55)
    for x, y, colour in ((520, 560, (236, 70, 52)), (1010, 540, (70, 214, 140))):
        canvas.glow(x, y, 110, colour, 0.8)
        with canvas.ink(deep) as pen:
            pen.box(x - 5, y, 10, 74)
        with canvas.ink(mix(colour, PAPER, 0.5)) as pen:
            pen.disc(x, y, 10)
        glitter(canvas, x, y + 72, colour, width=44, spread=1.3, bottom=960, count=60, opacity=0.85)
    _lit_ship(canvas)
    _roofs(canvas)


def _roofs(canvas: Canvas) -> None:
    spots = [
        (x, 880 + row * 84 + 50 * abs(x / 750 - 1) * -1)
        for row in range(3)
        for x in range(-40 + row * 30, 1540, 84)
    ]
    with canvas.ink((8, 12, 26)) as pen:
        pen.shape([*smooth(path("-40,810 300,850 750,872 1200,846 1560,800")), (1560, 1010), (-40, 1010)])
    far_town(
        canvas, spots, 66, [(24, 32, 54), (34, 38, 60), (40, 36, 52)], (10, 16, 32), (14, 22, 42), lit=0.3
    )


def _lit_ship(canvas: Canvas) -> None:
    with canvas.ink((10, 18, 38)) as pen:
        pen.shape(path("600,520 610,494 660,494 660,430 700,430 700,494 880,494 910,482 888,522"))
    with canvas.ink((255, 226, 150)) as pen:
        for x in range(618, 890, 22):
            pen.disc(x, 503, 3.6)
        for row in range(3):
            for column in range(2):
                pen.box(668 + column * 16, 440 + row * 16, 9, 8)
        pen.disc(680, 418, 5)
    for x in (640, 700, 760, 820, 870):
        glitter(canvas, x, 526, (255, 220, 140), width=22, spread=1.2, bottom=660, count=18, opacity=0.75)
