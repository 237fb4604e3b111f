"""The picture ``courthouse``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import stones
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    INK,
    OXIDE,
    PAPER,
    Colour,
    mix,
)
from broadsheet.demo.pictures.people import Look, Pose, person
from broadsheet.demo.pictures.sky import rain

BRIEF: Colour = (108, 66, 44)


PALE: Colour = (190, 192, 186)
STONE: Colour = (216, 210, 196)


def paint(canvas: Canvas) -> None:
    """Four columns, wet steps, one umbrella."""
    canvas.sky((0, (122, 132, 140)), (0.8, PALE))
    canvas.billow((104, 114, 124), cell=240, strength=0.4, stretch=2.4, between=(-300, 500))
    _front(canvas)
    for x in (390, 590, 830, 1030):
        with canvas.ink(STONE, shade=Shade((62, 72, 90), (1, 0), 0.25, 1.0, 0.85)) as pen:
            pen.shape([(x + 6, 326), (x + 74, 326), (x + 80, 746), (x, 746)])
        with canvas.ink(STONE) as pen:
            pen.box(x - 10, 300, 100, 26)
            pen.box(x - 10, 746, 100, 26)
    for step in range(6):
        with canvas.ink(mix(STONE, (150, 152, 152), step / 6)) as pen:
            pen.box(310 - step * 40, 772 + step * 26, 880 + step * 80, 14)
        with canvas.ink((104, 110, 116)) as pen:
            pen.box(310 - step * 40, 786 + step * 26, 880 + step * 80, 13)
    with canvas.ink((96, 106, 114)) as pen:
        pen.box(-10, 928, 1520, 90)
    with canvas.ink(PAPER, opacity=0.4) as pen:
        for _ in range(46):
            pen.cut(canvas.rng.uniform(0, 1500), canvas.rng.uniform(936, 995), canvas.rng.uniform(60, 220), 6)
    _visitor(canvas)
    rain(canvas, PAPER, count=170, lean=8, opacity=0.3)


def _front(canvas: Canvas) -> None:
    with canvas.ink((150, 150, 148), shade=Shade(INK, (0, -1), 0.3, 1.3, 0.4)) as pen:
        pen.box(90, 250, 1320, 520)
    stones(canvas, (90, 250, 1410, 760), 70, (160, 160, 156), (138, 138, 138))
    with canvas.ink((52, 60, 72)) as pen:
        for x in (150, 1240):
            for y in (320, 540):
                pen.box(x, y, 110, 160)
        pen.box(360, 300, 780, 470)
    with canvas.ink((92, 56, 48), shade=Shade(INK, (0, -1), 0.3, 1.2, 0.6)) as pen:
        pen.box(670, 440, 160, 330)
    with canvas.ink((40, 32, 36)) as pen:
        pen.box(748, 440, 4, 330)
    with canvas.ink(STONE, shade=Shade((70, 80, 96), (1, 0.1), 0.3, 1.1, 0.75)) as pen:
        pen.shape([(300, 216), (750, 60), (1200, 216)])
        pen.box(310, 216, 880, 84)
    with canvas.ink((136, 136, 136)) as pen:
        pen.shape([(390, 202), (750, 80), (1110, 202)])
        pen.box(330, 250, 840, 6)
    with canvas.ink(STONE) as pen:
        pen.disc(750, 160, 30)


def _visitor(canvas: Canvas) -> None:
    going = Pose(hands=((-0.12, -0.4), (0.14, -0.62)), feet=((-0.1, 0.0), (0.14, -0.09)), lean=5)
    person(canvas, 560, 896, 270, Look((30, 40, 58), (206, 160, 128), hem=0.2), going)
    with canvas.ink(BRIEF) as pen:
        pen.box(494, 788, 66, 48)
    with canvas.ink(INK) as pen:
        pen.line([(600, 560), (600, 740)], 5)
    with canvas.ink(OXIDE, shade=Shade(INK, (1, 0.5), 0.3, 1.2, 0.6)) as pen:
        pen.disc(600, 626, 124, 92)
        pen.box(440, 622, 320, 130, gap=True)
        for index in range(5):
            pen.disc(501 + index * 49.5, 624, 25, 12, gap=True)
