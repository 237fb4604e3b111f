"""The picture ``flooded-street``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import Front, house
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    OCHRE,
    OXIDE,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import path, smooth
from broadsheet.demo.pictures.sky import rain
from broadsheet.demo.pictures.water import glitter, ripples

LAMP: Colour = (255, 214, 120)


def paint(canvas: Canvas) -> None:
    """Water up to the doorsteps, two lamps, one lit window."""
    night: Colour = (12, 22, 40)
    canvas.sky((0, night), (0.5, (28, 46, 72)), (1, night))
    walls = [(44, 58, 82), (36, 50, 72), (54, 62, 80), (32, 46, 66), (46, 54, 74), (38, 52, 76)]
    for index, wall in enumerate(walls):
        pane = LAMP if index == 3 else (16, 28, 48)
        house(canvas, -30 + index * 262, 640, 262, 380, Front(wall, night, pane, darker(wall, 0.6), light=1))
    with canvas.ink(night) as pen:
        pen.box(-10, 640, 1520, 380)
    canvas.fade((30, 52, 76), 1000, 640, strength=0.8)
    for x in (390, 1180):
        canvas.glow(x, 330, 300, OCHRE, 0.6)
        canvas.glow(x, 940, 260, OCHRE, 0.35)
        with canvas.ink((8, 14, 26)) as pen:
            pen.box(x - 6, 350, 12, 330)
            pen.box(x - 12, 640, 24, 40)
            pen.shape([(x - 30, 300), (x, 270), (x + 30, 300)])
        with canvas.ink((255, 236, 180)) as pen:
            pen.shape([(x - 24, 302), (x + 24, 302), (x + 14, 352), (x - 14, 352)])
        glitter(canvas, x, 660, LAMP, width=110, spread=1.2, count=90)
    glitter(canvas, 870, 645, LAMP, width=190, spread=0.7, count=70, bottom=900)
    ripples(canvas, 650, (92, 124, 150), count=170, opacity=0.4)
    _dinghy(canvas)
    rain(canvas, (150, 180, 200), count=260, lean=10, opacity=0.3)


def _dinghy(canvas: Canvas) -> None:
    with canvas.ink((6, 12, 22)) as pen:
        for x in (60, 130, 200, 270):
            pen.box(x, 700, 11, 160)
        pen.box(20, 716, 290, 11)
        pen.box(20, 772, 290, 9)
        pen.line(smooth([(272, 730), (350, 800), (440, 822)]), 5)
    with canvas.ink(OXIDE, shade=Shade((6, 12, 22), (0.2, 1), 0.1, 0.9, 0.8)) as pen:
        pen.curve(path("420,812 560,836 720,838 850,812 806,884 740,902 520,902 452,878"))
    with canvas.ink((60, 24, 28)) as pen:
        pen.curve(path("436,818 560,838 720,840 838,818 720,856 560,856"))
    with canvas.ink((206, 130, 80)) as pen:
        pen.shape([(560, 838), (600, 838), (606, 856), (556, 856)])
        pen.shape([(690, 838), (730, 838), (734, 856), (686, 856)])
    with canvas.ink((8, 14, 26), opacity=0.7) as pen:
        for step in range(8):
            pen.cut(640, 904 + step * 9, 400 - step * 30, 8)
