"""The picture ``school-auction-hall``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.fish import FISH
from broadsheet.demo.pictures.interiors import beam, floor, window
from broadsheet.demo.pictures.palette import (
    BLUE,
    HAZE,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    PLUM,
    ROSE,
    SEA,
    Colour,
    darker,
)
from broadsheet.demo.pictures.people import SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import path, placed, smooth


def paint(canvas: Canvas) -> None:
    """Lessons under the iron columns of the fish hall."""
    canvas.sky((0, (236, 220, 180)), (0.6, (244, 232, 204)))
    for x in (60, 345, 915, 1200):
        window(canvas, x, 30, 230, 330, (158, 206, 212), PAPER, rows=4, glow=PAPER)
    with canvas.ink((64, 134, 128), shade=Shade(INK, (0, 1), 0.4, 1.4, 0.4)) as pen:
        pen.box(-10, 470, 1520, 180)
    floor(canvas, 640, (206, 164, 112), vanish=(750, 330), boards=20)
    for x in (80, 930, 1210):
        beam(canvas, [(x, 640), (x + 190, 640), (x + 420, 1000), (x + 120, 1000)], PAPER, opacity=0.4)
    with canvas.ink((32, 74, 84), shade=Shade(INK, (1, 0), 0.3, 1.2, 0.6)) as pen:
        for x in (300, 612, 868, 1176):
            pen.box(x, 0, 22, 700)
            pen.box(x - 12, 676, 46, 26)
            pen.shape([(x - 50, -6), (x + 72, -6), (x + 22, 80), (x, 80)])
    _blackboard(canvas)
    _paper_fish(canvas)
    _coats(canvas)
    for row, (y, size) in enumerate(((730, 0.8), (880, 1.12))):
        for index in range(5):
            _desk(
                canvas,
                60 + row * -60 + index * 300 * size * 1.12,
                y,
                size,
                (OXIDE, SEA, OCHRE, BLUE, (206, 110, 70))[index],
            )
    for x, coat, hair in ((424, OXIDE, INK), (1010, BLUE, (214, 168, 92))):
        person(
            canvas,
            x,
            800,
            210,
            Look(coat, SKINS[2] if hair == INK else SKINS[0], hair, long_hair=True),
            Pose(hands=((-0.2, -0.7), (0.3, -0.95))),
        )


def _blackboard(canvas: Canvas) -> None:
    with canvas.ink((122, 78, 48)) as pen:
        pen.box(630, 300, 240, 210)
        pen.line([(650, 500), (620, 690)], 12)
        pen.line([(850, 500), (880, 690)], 12)
    with canvas.ink((34, 56, 54), shade=Shade(HAZE, (1, -1), 0.5, 1.4, 0.3)) as pen:
        pen.box(644, 314, 212, 182)
    with canvas.ink(PAPER) as pen:
        pen.line(smooth(path("664,460 700,440 740,462 790,440 836,460")), 5)
        pen.line(path("700,430 790,430 772,446 716,446 700,430"), 5)
        pen.line([(744, 430), (744, 350), (784, 416), (744, 416)], 5)
        pen.disc(815, 350, 16)


def _paper_fish(canvas: Canvas) -> None:
    ends = [(x, 96 + 46 * abs(((x / 300) % 1) * 2 - 1)) for x in range(-20, 1540, 75)]
    with canvas.ink(INK) as pen:
        pen.line(smooth(ends), 2.5)
    for index, (x, y) in enumerate(ends):
        with canvas.ink((OXIDE, SEA, OCHRE, ROSE, BLUE)[index % 5]) as pen:
            pen.line([(x, y), (x, y + 40)], 2)
            pen.shape(placed(FISH, x, y + 54, size=0.72, angle=(index * 37) % 30 - 15))
            pen.shape(
                placed(
                    [(-40, 0), (-66, -18), (-60, 0), (-66, 18)],
                    x,
                    y + 54,
                    size=0.72,
                    angle=(index * 37) % 30 - 15,
                )
            )


def _coats(canvas: Canvas) -> None:
    with canvas.ink((122, 78, 48)) as pen:
        pen.box(20, 486, 260, 12)
        pen.box(1220, 486, 260, 12)
    colours = (OXIDE, OCHRE, NAVY, ROSE, LEAF, PLUM)
    for index in range(12):
        x = (50 if index < 6 else 1250) + (index % 6) * 42
        with canvas.ink(colours[index * 5 % 6], shade=Shade(INK, (1, 0.4), 0.3, 1.2, 0.5)) as pen:
            pen.curve(placed(path("0,492 18,512 22,596 -22,596 -18,512"), x, 0))


def _desk(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    with canvas.ink(darker(colour, 0.2)) as pen:
        for leg in (30, 190):
            pen.line([(x + leg * size, y), (x + leg * size, y + 130 * size)], 10 * size)
    with canvas.ink((226, 178, 112), shade=Shade(OXIDE, (1, 1), 0.5, 1.4, 0.3)) as pen:
        pen.shape(placed(path("24,-44 196,-44 224,0 -4,0"), x, y, size=size))
    with canvas.ink(colour) as pen:
        pen.box(x - 4 * size, y, 228 * size, 16 * size)
        pen.box(x + 130 * size, y - 30 * size, 44 * size, 12 * size)
    with canvas.ink(PAPER) as pen:
        pen.shape(placed(path("48,-34 108,-34 112,-12 42,-12"), x, y, size=size))
