"""The picture ``choir``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import lamp
from broadsheet.demo.pictures.palette import (
    AMBER,
    BLUE,
    CREAM,
    INK,
    JADE,
    OCHRE,
    OXIDE,
    ROSE,
    SEA,
    Colour,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import smooth

COATS: tuple[Colour, ...] = (INK, (30, 44, 66), (58, 36, 52), (24, 52, 58))
SCARVES: tuple[Colour, ...] = (OXIDE, OCHRE, SEA, ROSE, JADE, CREAM, BLUE, (206, 110, 70))
SHEET_IN_HAND = Pose(hands=((-0.02, -0.58), (0.06, -0.57)), elbows=-1)


def paint(canvas: Canvas) -> None:
    """Twenty voices in the net loft."""
    canvas.sky((0, (44, 28, 34)), (0.6, (96, 56, 40)), (1, (60, 34, 32)))
    canvas.glow(750, 260, 800, (236, 160, 72), 0.95)
    with canvas.ink((40, 24, 30)) as pen:
        for side in (-1, 1):
            pen.line([(750, -30), (750 + side * 820, 420)], 44)
        pen.box(-10, 150, 1520, 26)
        for x in (330.0, 1150.0):
            pen.box(x, 160, 24, 520)
    _hung_nets(canvas)
    lamp(canvas, 750, 170, 130, OXIDE, glow=330)
    for row, (count, y, size) in enumerate(((7, 700.0, 430), (7, 850.0, 480), (6, 1020.0, 530))):
        with canvas.ink((70, 40, 34)) as pen:
            pen.box(150 - row * 40, y + 20, 1200 + row * 80, 130)
        for index in range(count):
            share = (index + 0.5) / count * 2 - 1
            small = 0.8 if (row, index) in ((2, 1), (2, 4)) else 1
            x, foot = 750 + share * (530 + row * 40), y + 60 - 50 * share**2
            tall = size * small * canvas.rng.uniform(0.84, 1.04)
            person(canvas, x, foot, tall, _singer(canvas, index * 3 + row), SHEET_IN_HAND, flip=share > 0)
            _singing(canvas, x, foot, tall, flip=share > 0)
    with canvas.ink((34, 20, 28), shade=Shade(AMBER, (0, -1), 0.6, 1.4, 0.3)) as pen:
        pen.box(-10, 950, 1520, 70)


def _singer(canvas: Canvas, number: int) -> Look:
    rng = canvas.rng
    return Look(
        rng.choice(COATS),
        rng.choice(SKINS),
        rng.choice(HAIRS),
        scarf=SCARVES[number % len(SCARVES)],
        long_hair=rng.random() < 0.45,
        hem=0.1,
    )


def _singing(canvas: Canvas, x: float, foot: float, tall: float, *, flip: bool) -> None:
    side = -1 if flip else 1
    with canvas.ink((60, 20, 26)) as pen:
        pen.disc(x + 0.022 * tall * side, foot - 0.892 * tall, 0.012 * tall, 0.015 * tall)


def _hung_nets(canvas: Canvas) -> None:
    with canvas.ink((70, 118, 104), opacity=0.75) as pen:
        for left, right, sag in ((-40, 380, 250), (1120, 1540, 260), (330, 700, 90), (800, 1180, 80)):
            for row in range(9):
                drop = 170 + row * sag / 9
                pen.line(smooth([(left, drop), ((left + right) / 2, drop + sag * 0.5), (right, drop)]), 2.2)
            for column in range(15):
                x = left + (right - left) * column / 14
                dip = sag * 0.5 * (1 - abs(column / 7 - 1) ** 2)
                pen.line([(x, 170 + dip), (x + 12, 170 + dip + sag * 0.9)], 2.2)
    with canvas.ink((226, 120, 50), shade=Shade(INK, (0.6, 1), 0.3, 1.2, 0.6)) as pen:
        for x, y in (
            (60, 420),
            (150, 470),
            (260, 440),
            (1260, 450),
            (1360, 480),
            (1450, 420),
            (450, 240),
            (1040, 244),
        ):
            pen.disc(x, y, 24)
