"""The picture ``crab-soup``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BARK,
    BLUE,
    CREAM,
    HAZE,
    INK,
    NAVY,
    OCHRE,
    PAPER,
    WINE,
    Colour,
    darker,
    mix,
)
from broadsheet.demo.pictures.shapes import Point, oval, path, placed


def paint(canvas: Canvas) -> None:
    """Brick-red crab and barley soup, from above."""
    wood: Colour = (206, 168, 116)
    canvas.sky((0, wood), (1, mix(wood, BARK, 0.2)))
    with canvas.ink((150, 108, 70)) as pen:
        for y in (150, 352, 560, 768, 950):
            pen.box(-10, y, 1520, 6)
    with canvas.ink((174, 132, 86), opacity=0.7) as pen:
        for _ in range(170):
            pen.cut(
                canvas.rng.uniform(0, 1500),
                canvas.rng.uniform(0, 1000),
                canvas.rng.uniform(80, 360),
                canvas.rng.uniform(2, 5),
                canvas.rng.uniform(-1.5, 1.5),
            )
    _cloth(canvas)
    with canvas.ink(BARK, opacity=0.5, blur=16) as pen:
        pen.disc(742, 566, 378)
    for radius, colour, shade in ((372, PAPER, HAZE), (310, (216, 220, 212), NAVY)):
        with canvas.ink(colour, shade=Shade(shade, (0.7, 1), 0.45, 1.2, 0.5)) as pen:
            pen.disc(710, 520, radius)
    with canvas.ink(BLUE) as pen:
        pen.line(oval(710, 520, 348, 348), 9)
    with canvas.ink((184, 66, 36), shade=Shade((104, 28, 24), (-0.7, -1), 0.45, 1.2, 0.7)) as pen:
        pen.disc(710, 526, 284)
    _in_the_bowl(canvas)
    _bread(canvas)
    _lemon_and_spoon(canvas)


def _in_the_bowl(canvas: Canvas) -> None:
    rng = canvas.rng
    for colour, count, size in (
        ((222, 112, 60), 60, 22),
        ((238, 208, 150), 120, 9),
        ((246, 224, 190), 10, 44),
    ):
        with canvas.ink(colour, shade=Shade((150, 48, 30), (0.6, 1), 0.5, 1.2, 0.5)) as pen:
            for _ in range(count):
                turn, reach = rng.uniform(0, 6.3), 262 * rng.random() ** 0.6
                x, y = 710 + reach * math.cos(turn), 526 + reach * math.sin(turn)
                radius = size * rng.uniform(0.6, 1.1)
                pen.disc(x, y, radius, radius * 0.7)
    claw = path("-70,26 -30,-20 30,-34 96,-10 52,-6 34,6 70,12 92,4 60,40 0,50")
    for left, top, angle, flip in ((620, 470, -24, False), (800, 560, 30, True), (680, 640, 150, False)):
        with canvas.ink((240, 112, 66), shade=Shade(WINE, (0.5, 1), 0.4, 1.2, 0.6)) as pen:
            pen.curve(placed(claw, left, top, angle=angle, flip=flip))
        with canvas.ink(CREAM) as pen:
            pen.curve(placed([(-74, 30), (-48, 6), (-30, 36), (-54, 54)], left, top, angle=angle, flip=flip))
    _herbs(canvas)


def _herbs(canvas: Canvas) -> None:
    for colour, size in (((52, 104, 56), 1.0), ((116, 166, 84), 0.6)):
        with canvas.ink(colour) as pen:
            for x, y, angle in (
                (560, 640, -30),
                (860, 650, 40),
                (820, 380, -60),
                (590, 390, 20),
                (700, 700, 80),
            ):
                for turn in (-50, -15, 20, 55):
                    pen.cut(
                        x + 28 * math.cos(math.radians(angle + turn)),
                        y + 28 * math.sin(math.radians(angle + turn)),
                        58 * size,
                        20 * size,
                        angle + turn,
                    )


def _cloth(canvas: Canvas) -> None:
    fold: list[Point] = [(1010, 640), (1520, 560), (1540, 1030), (1090, 1030)]
    with canvas.ink(BLUE, shade=Shade(INK, (-0.6, 1), 0.35, 1.3, 0.6)) as pen:
        pen.shape(fold)
    with canvas.ink(PAPER, opacity=0.75, inside=fold) as pen:
        for step in range(4):
            pen.line([(1060 + step * 14, 620), (1140 + step * 14, 1040)], 5)
            pen.line([(1000, 720 + step * 15), (1540, 636 + step * 15)], 5)
    with canvas.ink(darker(BLUE, 0.4)) as pen:
        pen.shape([(1240, 604), (1262, 600), (1330, 1030), (1296, 1030)])


def _bread(canvas: Canvas) -> None:
    with canvas.ink(BARK, opacity=0.45, blur=14) as pen:
        pen.disc(240, 350, 260, 180)
    crust: list[Point] = path(
        "-40,180 120,120 300,130 420,200 440,290 380,330 410,390 330,440 160,480 -40,470"
    )
    with canvas.ink((168, 98, 46), shade=Shade((84, 42, 28), (0.4, 1), 0.35, 1.2, 0.7)) as pen:
        pen.curve(crust)
    with canvas.ink((244, 220, 170), shade=Shade(OCHRE, (0.4, 1), 0.4, 1.3, 0.5)) as pen:
        pen.curve(path("330,170 420,214 434,288 372,330 400,386 330,430 292,380 310,310 270,250"))
    with canvas.ink((206, 168, 112)) as pen:
        for _ in range(26):
            pen.disc(canvas.rng.uniform(312, 396), canvas.rng.uniform(214, 396), canvas.rng.uniform(3, 8), 4)
    with canvas.ink((232, 190, 126)) as pen:
        for x in (40, 130, 220):
            pen.cut(x, 280, 190, 24, 76)
        for _ in range(26):
            pen.disc(canvas.rng.gauss(390, 60), canvas.rng.gauss(470, 26), canvas.rng.uniform(2, 6))


def _lemon_and_spoon(canvas: Canvas) -> None:
    with canvas.ink(BARK, opacity=0.4, blur=10) as pen:
        pen.disc(1234, 232, 112)
    for radius, colour in ((108, (226, 172, 40)), (96, (250, 240, 196)), (86, (244, 204, 76))):
        with canvas.ink(colour) as pen:
            pen.disc(1222, 218, radius)
    with canvas.ink((252, 242, 204)) as pen:
        for index in range(9):
            pen.line([(1222, 218), placed([(88, 0)], 1222, 218, angle=index * 40)[0]], 6)
        pen.disc(1222, 218, 12)
    with canvas.ink(BARK, opacity=0.4, blur=8) as pen:
        pen.line([(1150, 500), (1260, 910)], 24)
    with canvas.ink((206, 212, 212), shade=Shade(NAVY, (1, 0.6), 0.4, 1.2, 0.6)) as pen:
        pen.line([(1150, 520), (1252, 920)], 19, caps=True)
        pen.curve(placed(path("0,-86 46,-40 42,30 0,66 -42,30 -46,-40"), 1124, 430, angle=-14))
    with canvas.ink((120, 140, 154)) as pen:
        pen.curve(placed(path("0,-66 32,-30 28,24 0,44 -24,20 -28,-30"), 1128, 430, angle=-14))
