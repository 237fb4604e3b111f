"""The picture ``bakery``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import stones
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    INK,
    OXIDE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import Look, Pose, person

LAMP: Colour = (255, 214, 120)
BARKISH: Colour = (72, 34, 26)


def paint(canvas: Canvas) -> None:
    """The only light in a dark street."""
    night: Colour = (18, 30, 52)
    canvas.sky((0, (22, 34, 58)), (1, night))
    stones(canvas, (-10, -10, 1510, 860), 90, (34, 48, 76), (20, 32, 54), gap=5)
    with canvas.ink((12, 20, 36)) as pen:
        pen.box(-10, 860, 1520, 160)
    canvas.glow(740, 520, 900, (214, 130, 52), 0.55)
    with canvas.ink((60, 34, 34), shade=Shade(INK, (0, 1), 0.3, 1.2, 0.5)) as pen:
        pen.box(300, 150, 880, 720)
    with canvas.ink(LAMP, shade=Shade(OXIDE, (0, -1), 0.45, 1.3, 0.45)) as pen:
        pen.box(340, 290, 800, 450)
    _loaves(canvas)
    _baker(canvas)
    _awning(canvas)
    with canvas.ink(AMBER, opacity=0.4, blur=14) as pen:
        pen.shape([(330, 880), (1150, 880), (1400, 1010), (80, 1010)])
    _cobbles(canvas)


def _baker(canvas: Canvas) -> None:
    baker = Pose(hands=((0.24, -0.58), (0.34, -0.66)), lean=8)
    person(
        canvas,
        850,
        840,
        470,
        Look(PAPER, (206, 146, 108), (70, 44, 34), hat=PAPER, apron=PAPER, legs=CREAM),
        baker,
    )
    with canvas.ink((122, 66, 40)) as pen:
        pen.box(340, 676, 800, 64)
    with canvas.ink((60, 34, 34), shade=Shade(INK, (0, 1), 0.3, 1.2, 0.5)) as pen:
        pen.box(300, 740, 880, 130)
    with canvas.ink(PAPER) as pen:
        pen.speckle(canvas.rng, (960, 560, 1090, 674), 60, 5)
        pen.disc(1040, 676, 76, 24)
    with canvas.ink(PAPER, opacity=0.5, blur=26) as pen:
        for x, y, radius in (
            (400, 700, 70),
            (520, 720, 80),
            (660, 716, 70),
            (1090, 700, 60),
            (380, 610, 36),
            (1100, 610, 30),
        ):
            pen.disc(x, y, radius, radius * 0.7)
        pen.box(0, 735, 1500, 200, gap=True)


def _awning(canvas: Canvas) -> None:
    with canvas.ink((48, 26, 30)) as pen:
        pen.box(300, 262, 880, 30)
        pen.box(300, 738, 880, 30)
        for x in (330, 596, 868, 1132):
            pen.box(x, 280, 14, 470)
    with canvas.ink(OXIDE, shade=Shade(INK, (0, -1), 0.3, 1.3, 0.5)) as pen:
        pen.shape([(320, 130), (1160, 130), (1230, 262), (250, 262)])
    with canvas.ink(CREAM) as pen:
        for index in range(0, 9, 2):
            near, far = 250 + 980 * index / 9, 320 + 840 * index / 9
            pen.shape([(far, 130), (far + 840 / 9, 130), (near + 980 / 9, 262), (near, 262)])
        for index in range(9):
            if index % 2 == 0:
                pen.disc(250 + 980 * (index + 0.5) / 9, 262, 54, 26)
    with canvas.ink(OXIDE) as pen:
        for index in range(1, 9, 2):
            pen.disc(250 + 980 * (index + 0.5) / 9, 262, 54, 26)


def _cobbles(canvas: Canvas) -> None:
    rng = canvas.rng
    with canvas.ink((10, 18, 34), opacity=0.8) as pen:
        for row in range(7):
            for _ in range(34):
                pen.cut(rng.uniform(0, 1500), 884 + row * 19, rng.uniform(24, 60) + row * 4, 5)


def _loaves(canvas: Canvas) -> None:
    crust: Colour = (166, 88, 40)
    with canvas.ink((110, 58, 36)) as pen:
        for y in (430, 560):
            pen.box(340, y, 420, 14)
    for y, width, count in ((430, 110, 4), (560, 86, 5), (676, 132, 3)):
        for index in range(count):
            x = 370 + index * (400 / count) + width / 2 - 20
            with canvas.ink(crust, shade=Shade(BARKISH, (0.3, 1), 0.3, 1.1, 0.7)) as pen:
                pen.disc(x, y - width * 0.22, width * 0.5, width * 0.32)
                pen.box(x - width, y, width * 2, 80, gap=True)
            with canvas.ink(CREAM) as pen:
                for slash in (-0.24, 0.0, 0.24):
                    pen.cut(x + slash * width, y - width * 0.34, width * 0.26, 6, -60)
