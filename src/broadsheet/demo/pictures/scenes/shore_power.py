"""The picture ``shore-power``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    HAZE,
    INK,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import Point, path, smooth
from broadsheet.demo.pictures.sky import hills
from broadsheet.demo.pictures.water import sea


def paint(canvas: Canvas) -> None:
    """Two dockers and the cable that lets a ship's engines stop."""
    canvas.sky((0, (120, 170, 190)), (0.6, (226, 232, 222)))
    sea(canvas, 560, (60, 120, 136), (150, 192, 198))
    hills(canvas, 560, (110, 140, 148), (170, 190, 194), rows=2, height=50)
    _ship(canvas)
    with canvas.ink((196, 192, 180), shade=Shade(HAZE, (0, 1), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(-10, 760), (1510, 730), (1510, 1010), (-10, 1010)])
    with canvas.ink(OCHRE) as pen:
        pen.shape([(-10, 790), (1510, 756), (1510, 770), (-10, 806)])
    _power_box(canvas)
    _dockers(canvas)


def _ship(canvas: Canvas) -> None:
    with canvas.ink(NAVY, shade=Shade(INK, (0.3, 1), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(640, 210), (1520, 210), (1520, 800), (760, 800)])
    with canvas.ink(PAPER, shade=Shade(HAZE, (0.7, 0.6), 0.4, 1.3, 0.5)) as pen:
        pen.shape([(960, 216), (990, 40), (1520, 40), (1520, 216)])
        pen.box(650, 262, 870, 9)
    with canvas.ink(OXIDE, shade=Shade(INK, (1, 0.3), 0.3, 1.2, 0.6)) as pen:
        pen.shape([(1130, 44), (1150, -20), (1370, -20), (1370, 44)])
    with canvas.ink(NAVY) as pen:
        for x in range(1020, 1500, 76):
            pen.box(x, 90, 44, 44)
    with canvas.ink(INK) as pen:
        pen.box(880, 420, 130, 110)
    with canvas.ink(AMBER) as pen:
        pen.box(880, 414, 130, 10)
        pen.disc(945, 478, 30)


def _dockers(canvas: Canvas) -> None:
    first = Pose(hands=((0.3, -0.58), (0.24, -0.52)), feet=((-0.26, 0.0), (0.14, 0.0)), lean=20)
    second = Pose(hands=((0.34, -0.62), (0.26, -0.56)), feet=((-0.28, 0.0), (0.12, 0.0)), lean=24)
    cable: list[Point] = path("250,640 330,800 440,850 560,752 650,716 760,742 880,690 950,640 945,500")
    with canvas.ink(INK) as pen:
        pen.line(smooth(cable), 25, caps=True)
    with canvas.ink((70, 84, 100)) as pen:
        pen.line([(x - 3, y - 6) for x, y in smooth(cable)], 4)
    person(canvas, 510, 925, 420, Look((232, 120, 40), SKINS[1], HAIRS[1], hat=PAPER, legs=NAVY), first)
    person(
        canvas, 760, 905, 420, Look((214, 196, 60), SKINS[3], HAIRS[1], hat=AMBER, legs=(60, 70, 84)), second
    )
    with canvas.ink(OCHRE, shade=Shade(INK, (0.5, 1), 0.3, 1.2, 0.5)) as pen:
        pen.curve([(918, 560), (976, 560), (980, 470), (914, 470)])
    with canvas.ink(PAPER, opacity=0.9) as pen:
        for x, y in ((470, 660), (718, 640)):
            pen.shape([(x, y), (x + 86, y + 20), (x + 82, y + 34), (x - 4, y + 14)])


def _power_box(canvas: Canvas) -> None:
    with canvas.ink(SEA, shade=Shade(INK, (1, 0.5), 0.3, 1.2, 0.6)) as pen:
        pen.box(90, 500, 250, 350)
    with canvas.ink(PAPER) as pen:
        pen.shape(path("186,540 230,540 206,592 246,592 176,680 196,614 164,614"))
    with canvas.ink(INK) as pen:
        pen.box(80, 486, 270, 18)
        pen.disc(250, 650, 34)
        for row in range(4):
            pen.box(120, 730 + row * 24, 100, 8)
