"""The picture ``fish-market``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.fish import FISH
from broadsheet.demo.pictures.interiors import beam, lamp
from broadsheet.demo.pictures.palette import (
    BLUE,
    INK,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
    Colour,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import path, placed
from broadsheet.demo.pictures.water import glitter


def paint(canvas: Canvas) -> None:
    """The auction at five in the morning."""
    dark: Colour = (18, 44, 58)
    canvas.sky((0, (12, 30, 44)), (0.5, (30, 68, 80)), (1, dark))
    with canvas.ink((10, 24, 38)) as pen:
        for x in (60, 420, 780, 1140, 1440):
            pen.box(x, 0, 22, 520)
        for y in (70, 96):
            pen.box(-10, y, 1520, 8)
        for x in range(-60, 1500, 90):
            pen.line([(x, 100), (x + 45, 72), (x + 90, 100)], 5)
    with canvas.ink((20, 50, 62), shade=Shade((8, 20, 34), (0, 1), 0.2, 1.1, 0.6)) as pen:
        pen.box(-10, 500, 1520, 520)
    for x in (250, 750, 1250):
        beam(
            canvas,
            [(x - 50, 190), (x + 50, 190), (x + 290, 700), (x - 290, 700)],
            (255, 226, 150),
            opacity=0.2,
            blur=12,
        )
        lamp(canvas, x, 190, 130, (32, 92, 92), glow=240)
        glitter(canvas, x, 520, (255, 218, 140), width=130, spread=1.6, count=70, opacity=0.5)
    _buyers(canvas)
    for row, (y, size) in enumerate(((640, 0.62), (750, 0.85), (890, 1.15))):
        _fish_boxes(canvas, y, size, row)


def _buyers(canvas: Canvas) -> None:
    white = (236, 238, 228)
    person(
        canvas,
        350,
        690,
        370,
        Look(white, SKINS[0], HAIRS[0], legs=OCHRE, hem=0.2, hat=NAVY),
        Pose(hands=((-0.06, -0.6), (0.24, -0.6))),
    )
    person(
        canvas,
        760,
        660,
        350,
        Look(white, SKINS[2], HAIRS[1], legs=SEA, hem=0.2, long_hair=True),
        Pose(hands=((0.1, -0.55), (0.3, -0.86))),
    )
    person(
        canvas,
        1110,
        690,
        375,
        Look(white, SKINS[1], HAIRS[3], legs=OXIDE, hem=0.2, hat=OXIDE),
        Pose(hands=((0.1, -0.62), (0.16, -0.58))),
        flip=True,
    )


def _fish_boxes(canvas: Canvas, y: float, size: float, row: int) -> None:
    width, rng = 330 * size, canvas.rng
    start = -120 + row * -60
    colours = (OXIDE, SEA, OCHRE, BLUE)
    boxes = [(start + i * width * 1.1, colours[(i + row) % 4]) for i in range(9)]
    boxes = [b for b in boxes if b[0] < 1500]
    for x, colour in boxes:
        with canvas.ink(colour, shade=Shade(INK, (0.3, 1), 0.2, 1.1, 0.65)) as pen:
            pen.shape(
                [(x, y), (x + width, y), (x + width * 0.96, y + 92 * size), (x + width * 0.04, y + 92 * size)]
            )
    with canvas.ink((222, 236, 236)) as pen:
        for x, _ in boxes:
            pen.shape(
                [
                    (x + width * 0.07, y - 52 * size),
                    (x + width * 0.93, y - 52 * size),
                    (x + width, y + 8 * size),
                    (x, y + 8 * size),
                ]
            )
    laid = [
        (x + width * (0.2 + 0.15 * i), y - (38 - 24 * (i % 2)) * size, rng.uniform(-14, 14))
        for x, _ in boxes
        for i in range(5)
    ]
    with canvas.ink((132, 164, 176), shade=None) as pen:
        for x, top, angle in laid:
            pen.shape(placed(FISH, x, top, size=1.05 * size, angle=angle))
            pen.shape(
                placed([(-44, 0), (-70, -17), (-64, 0), (-70, 17)], x, top, size=1.05 * size, angle=angle)
            )
    with canvas.ink((52, 84, 104)) as pen:
        for x, top, angle in laid:
            pen.shape(placed(path("-46,-3 -18,-15 20,-15 46,-3 0,-6"), x, top, size=1.05 * size, angle=angle))
    with canvas.ink(PAPER) as pen:
        for x, top, angle in laid:
            pen.disc(*placed([(34, -1)], x, top, size=size, angle=angle)[0], 5 * size)
            pen.cut(x, top + 6 * size, 50 * size, 4 * size, angle)
