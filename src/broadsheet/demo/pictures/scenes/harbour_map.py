"""The picture ``harbour-map``."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BLUE,
    CREAM,
    FOAM,
    OCHRE,
    OXIDE,
    Colour,
)
from broadsheet.demo.pictures.shapes import Point, oval, path, placed, smooth

Stroke = Callable[[Sequence[Point], float], None]
SEPIA: Colour = (96, 66, 44)


def paint(canvas: Canvas) -> None:
    """An old hand-coloured chart of the harbour."""
    canvas.sky((0, (232, 212, 168)), (1, (222, 198, 150)))
    canvas.billow((190, 150, 98), cell=420, low=0.45, high=0.8, strength=0.35, stippled=False)
    with canvas.ink((166, 196, 184), opacity=0.55) as pen:
        pen.box(50, 50, 1400, 900)
    _rhumbs(canvas)
    shore: list[Point] = path(
        "620,40 590,150 520,210 540,290 620,330 600,372 470,396 610,440 650,490 590,540 "
        "540,580 560,640 520,760 400,840 300,960"
    )
    isles = [
        smooth(path("1010,640 1080,590 1190,600 1260,660 1230,740 1130,760 1040,720"), closed=True),
        smooth(path("1290,800 1340,780 1390,810 1370,860 1310,856"), closed=True),
    ]
    coast = smooth(shore)
    for grow, opacity in ((44, 0.3), (28, 0.4), (14, 0.6)):
        with canvas.ink((98, 150, 148), opacity=opacity) as pen:
            pen.line(coast, grow)
            for isle in isles:
                pen.line([*isle, isle[0]], grow)
    with canvas.ink((226, 206, 150), shade=Shade((170, 128, 78), (-1, 0.3), 0.2, 1.2, 0.5)) as pen:
        pen.shape([*coast, (40, 960), (40, 40)])
        for isle in isles:
            pen.shape(isle)
    with canvas.ink(SEPIA) as pen:
        pen.line(coast, 4)
        for isle in isles:
            pen.line([*isle, isle[0]], 4)
    _river_and_hills(canvas)
    _mole_and_soundings(canvas)
    _compass(canvas, 1180, 300)
    _folds(canvas)


def _rhumbs(canvas: Canvas) -> None:
    with canvas.ink((150, 84, 60), opacity=0.45) as pen:
        for cx, cy in ((1180, 300), (760, 760)):
            for index in range(32):
                turn = math.pi * index / 16
                pen.line([(cx, cy), (cx + 1800 * math.cos(turn), cy + 1800 * math.sin(turn))], 1.6)


def _river_and_hills(canvas: Canvas) -> None:
    river = smooth(path("40,330 160,380 260,350 380,410 480,398 540,396"))
    with canvas.ink((140, 184, 178)) as pen:
        pen.line(river, 26)
    with canvas.ink(SEPIA) as pen:
        pen.line([(x, y - 14) for x, y in river], 2.6)
        pen.line([(x, y + 14) for x, y in river], 2.6)
        for x, y in (
            (170, 190),
            (250, 160),
            (330, 200),
            (150, 620),
            (230, 660),
            (310, 610),
            (390, 680),
            (210, 780),
        ):
            pen.line(oval(x, y, 36, 30, start=190, end=350), 4)
            for step in range(5):
                pen.cut(x + 8 + step * 6, y - 22 + step * 4, 24, 3, 62)
    with canvas.ink(OXIDE, opacity=0.85) as pen:
        for row in range(4):
            for column in range(5):
                pen.box(390 + column * 30 - row * 6, 250 + row * 22 + column * 7, 22, 13)
        for row in range(3):
            for column in range(3):
                pen.box(470 + column * 34, 470 + row * 24, 22, 14)


def _mole_and_soundings(canvas: Canvas) -> None:
    with canvas.ink(SEPIA) as pen:
        pen.line(smooth(path("566,640 680,650 780,610 850,530 870,440")), 15)
        pen.disc(870, 430, 16)
    with canvas.ink(OCHRE) as pen:
        pen.shape([(870, 430), (1000, 380), (1004, 440)])
        pen.disc(870, 430, 9)
    with canvas.ink(SEPIA, opacity=0.85) as pen:
        for _ in range(90):
            x, y = canvas.rng.uniform(640, 1420), canvas.rng.uniform(90, 930)
            clear = (
                abs(x - 1180) + abs(y - 300) > 250
                and not (980 < x < 1420 and 560 < y < 890)
                and x > 720 + max(0, 600 - abs(y - 430) * 4) * 0.2
            )
            if clear:
                _figure(pen.line, x, y, canvas.rng.randrange(4))
        for step in range(26):
            pen.box(700 + step * 26, 880 + 20 * math.sin(step / 5), 12, 2.5)
    with canvas.ink(SEPIA) as pen:
        for x, y in ((960, 520), (980, 820)):
            pen.curve([(x - 34, y), (x + 36, y - 4), (x + 24, y + 14), (x - 22, y + 14)])
            pen.box(x - 2, y - 48, 4, 50)
            pen.shape([(x + 4, y - 46), (x + 30, y - 8), (x + 4, y - 8)])
            pen.shape([(x - 5, y - 38), (x - 24, y - 8), (x - 5, y - 8)])


def _figure(line: Stroke, x: float, y: float, kind: int) -> None:
    """A sounding: a small numeral drawn with strokes, so that no font is needed."""
    if kind == 0:
        line([(x, y), (x + 9, y), (x + 3, y + 17)], 2.6)
    elif kind == 1:
        line(smooth(placed(path("0,2 7,0 8,7 0,17 10,17"), x, y)), 2.6)
    elif kind == 2:
        line([(x + 8, y + 17), (x + 8, y), (x, y + 11), (x + 12, y + 11)], 2.6)
    else:
        line(smooth(placed(path("9,0 1,1 1,8 9,11 5,18 0,16"), x, y)), 2.6)


def _compass(canvas: Canvas, x: float, y: float) -> None:
    with canvas.ink(CREAM) as pen:
        pen.disc(x, y, 118)
    with canvas.ink(SEPIA) as pen:
        for radius in (118, 104, 62):
            pen.line(oval(x, y, radius, radius), 3)
    for reach, first, second, start in ((100, BLUE, FOAM, 45), (150, OXIDE, CREAM, 0)):
        for index in range(4):
            angle = start + index * 90
            for colour, side in ((first, 1), (second, -1)):
                with canvas.ink(colour) as pen:
                    pen.shape(placed([(0, 0), (30, side * 30), (reach, 0)], x, y, angle=angle))
                with canvas.ink(SEPIA) as pen:
                    pen.line(placed([(0, 0), (30, side * 30), (reach, 0), (0, 0)], x, y, angle=angle), 2)
    with canvas.ink(SEPIA) as pen:
        pen.shape([(x - 18, y - 158), (x, y - 190), (x + 18, y - 158), (x, y - 168)])


def _folds(canvas: Canvas) -> None:
    with canvas.ink((140, 96, 54), opacity=0.4, blur=9) as pen:
        for x in (500, 1000):
            pen.box(x - 6, 0, 12, 1000)
        pen.box(0, 494, 1500, 12)
        for x in (500, 1000):
            pen.disc(x, 500, 34)
    with canvas.ink((120, 78, 44), opacity=0.55, blur=40) as pen:
        pen.box(-60, -60, 1620, 1120)
        pen.box(40, 40, 1420, 920, gap=True)
    with canvas.ink(SEPIA) as pen:
        for inset, weight in ((46, 5), (60, 2)):
            pen.line(
                [
                    (inset, inset),
                    (1500 - inset, inset),
                    (1500 - inset, 1000 - inset),
                    (inset, 1000 - inset),
                    (inset, inset),
                ],
                weight,
            )
        for step in range(0, 56, 2):
            pen.box(60 + step * 24.6, 48, 24.6, 11)
            pen.box(60 + step * 24.6, 941, 24.6, 11)
