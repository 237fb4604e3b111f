"""The picture ``allotments``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BARK,
    BLUE,
    FOAM,
    HAZE,
    INK,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
    Colour,
    darker,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import smooth
from broadsheet.demo.pictures.sky import bands


def paint(canvas: Canvas) -> None:
    """Leeks, beans and sheds below the old ropeworks."""
    canvas.sky((0, (104, 156, 178)), (0.3, (214, 220, 196)), (0.45, (246, 226, 180)))
    bands(canvas, PAPER, top=50, bottom=300, count=6, length=520, opacity=0.8)
    with canvas.ink((170, 84, 60), shade=Shade(INK, (1, 0.5), 0.4, 1.4, 0.5)) as pen:
        pen.box(-10, 290, 1520, 190)
        pen.shape([(1130, 300), (1146, 30), (1204, 30), (1222, 300)])
        pen.box(1138, 24, 74, 18)
    with canvas.ink((96, 50, 44)) as pen:
        for x in range(20, 1500, 92):
            pen.arch(x, 340, 46, 84)
        pen.box(-10, 282, 1520, 12)
    with canvas.ink((104, 122, 62), shade=Shade(INK, (0, 1), 0.4, 1.4, 0.4)) as pen:
        pen.box(-10, 470, 1520, 540)
    for x, y, size, paint in (
        (60, 520, 130, SEA),
        (420, 510, 116, OXIDE),
        (1010, 516, 124, OCHRE),
        (1320, 530, 140, BLUE),
    ):
        _shed(canvas, x, y, size, paint)
    _beds(canvas)
    _beans(canvas)
    dig = Pose(hands=((0.3, -0.32), (0.22, -0.44)), feet=((-0.12, 0.0), (0.1, 0.0)), lean=46)
    with canvas.ink(BARK) as pen:
        pen.line([(818, 590), (872, 740)], 8)
        for tine in (-14, 0, 14):
            pen.line([(872 + tine, 742), (882 + tine, 792)], 4)
        pen.box(856, 736, 34, 7)
    person(canvas, 730, 800, 340, Look(OXIDE, SKINS[4], HAIRS[3], legs=NAVY, hat=OCHRE), dig)
    _barrow(canvas)


def _shed(canvas: Canvas, x: float, y: float, size: float, paint: Colour) -> None:
    with canvas.ink(paint, shade=Shade(INK, (1, 0.5), 0.4, 1.3, 0.5)) as pen:
        pen.box(x, y - size * 0.8, size, size * 0.86)
    with canvas.ink(darker(paint, 0.4)) as pen:
        for board in range(1, 7):
            pen.box(x + board * size / 7, y - size * 0.8, 2.5, size * 0.86)
        pen.box(x + size * 0.56, y - size * 0.6, size * 0.3, size * 0.66)
    with canvas.ink((70, 60, 62)) as pen:
        pen.shape(
            [
                (x - 12, y - size * 0.76),
                (x + 8, y - size * 1.12),
                (x + size - 8, y - size * 1.12),
                (x + size + 12, y - size * 0.76),
            ]
        )
    with canvas.ink(FOAM) as pen:
        pen.box(x + size * 0.14, y - size * 0.58, size * 0.28, size * 0.26)


def _beds(canvas: Canvas) -> None:
    rng = canvas.rng
    for row in range(6):
        y, size = 590 + row * 58 + row**2 * 5, 0.5 + row * 0.16
        with canvas.ink((112, 70, 46), shade=Shade(INK, (0, 1), 0.2, 1.1, 0.6)) as pen:
            pen.shape(
                [
                    *smooth([(-20, y), (400, y - 12), (900, y - 4), (1520, y - 16)]),
                    (1520, y + 26 * size),
                    (-20, y + 44 * size),
                ]
            )
        if row % 2:
            _leeks(canvas, y, size)
        else:
            for colour, shift in (((70, 104, 62), 0), ((134, 166, 82), -9)):
                with canvas.ink(colour) as pen:
                    for x in range(0, 1500, round(66 * size)):
                        if not (580 < x < 960 and row == 4):
                            pen.disc(
                                x + rng.uniform(-5, 5),
                                y - 8 * size + shift * size,
                                (30 + shift) * size,
                                (20 + shift * 0.5) * size,
                            )


def _leeks(canvas: Canvas, y: float, size: float) -> None:
    rng = canvas.rng
    with canvas.ink((222, 226, 190)) as pen:
        for x in range(0, 1500, round(52 * size)):
            pen.box(x - 4 * size, y - 26 * size, 8 * size, 34 * size)
    with canvas.ink((48, 112, 92)) as pen:
        for x in range(0, 1500, round(52 * size)):
            for angle in (-128, -104, -76, -52):
                turn = math.radians(angle + rng.uniform(-6, 6))
                pen.cut(
                    x + 34 * size * math.cos(turn),
                    y - 22 * size + 34 * size * math.sin(turn),
                    76 * size,
                    10 * size,
                    math.degrees(turn),
                )


def _beans(canvas: Canvas) -> None:
    rng = canvas.rng
    tops = [(1060 + i * 96, 470 + i * 10) for i in range(5)]
    with canvas.ink((150, 110, 66)) as pen:
        for x, y in tops:
            pen.line([(x - 50, y + 330), (x + 10, y - 10)], 7)
            pen.line([(x + 56, y + 330), (x - 4, y - 10)], 7)
        pen.line([tops[0], tops[-1]], 7)
    for colour, spread in (((44, 92, 60), 46), ((112, 154, 74), 38)):
        with canvas.ink(colour) as pen:
            for x, y in tops:
                for _ in range(44):
                    drop = rng.uniform(10, 310)
                    pen.cut(
                        x + rng.gauss(0, spread * (0.3 + drop / 330)),
                        y + drop,
                        rng.uniform(20, 42),
                        rng.uniform(12, 22),
                        rng.uniform(0, 180),
                    )
    with canvas.ink((226, 74, 48)) as pen:
        for x, y in tops:
            for _ in range(8):
                pen.disc(x + rng.gauss(0, 26), y + rng.uniform(20, 270), 5.5)


def _barrow(canvas: Canvas) -> None:
    with canvas.ink(INK) as pen:
        pen.line([(100, 850), (330, 880), (420, 940)], 10)
        pen.line([(180, 866), (196, 972)], 9)
        pen.disc(432, 940, 42)
    with canvas.ink(HAZE) as pen:
        pen.disc(432, 940, 24)
    with canvas.ink((150, 166, 82)) as pen:
        for x, y, radius in ((230, 800, 44), (300, 790, 52), (360, 806, 40)):
            pen.disc(x, y, radius, radius * 0.75)
    with canvas.ink((222, 112, 44)) as pen:
        for angle in (-20, 5, 30):
            pen.cut(270 + angle * 2, 800, 100, 22, angle)
    with canvas.ink(SEA, shade=Shade(INK, (0.4, 1), 0.3, 1.2, 0.6)) as pen:
        pen.shape([(160, 810), (430, 800), (390, 900), (220, 896)])
