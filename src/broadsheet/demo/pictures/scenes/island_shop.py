"""The picture ``island-shop``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    HAZE,
    INK,
    OCHRE,
    OXIDE,
    PAPER,
    SAND,
    SEA,
    mix,
)
from broadsheet.demo.pictures.shapes import path, smooth

GREEN = (26, 82, 66)


def paint(canvas: Canvas) -> None:
    """Half-empty shelves and a harbour with no boat in it."""
    wall = (196, 206, 186)
    canvas.sky((0, wall), (0.7, mix(wall, SAND, 0.35)))
    with canvas.ink((158, 110, 70), shade=Shade(INK, (0, 1), 0.2, 1.2, 0.4)) as pen:
        pen.box(-10, 820, 1520, 200)
    _shop_window(canvas)
    with canvas.ink(PAPER, opacity=0.35, blur=10) as pen:
        pen.shape([(900, 640), (1390, 640), (1180, 1000), (420, 1000)])
    _shelves(canvas)
    _counter(canvas)


def _shop_window(canvas: Canvas) -> None:
    with canvas.ink((228, 232, 216)) as pen:
        pen.box(870, 120, 560, 440)
    with canvas.ink((138, 176, 180)) as pen:
        pen.box(870, 370, 560, 190)
    with canvas.ink((112, 138, 122)) as pen:
        pen.shape([*smooth(path("870,366 980,340 1120,346 1260,362 1430,352")), (1430, 376), (870, 376)])
    with canvas.ink((98, 112, 120)) as pen:
        pen.shape([(870, 500), (1240, 462), (1240, 480), (870, 540)])
        for x, y in ((920, 500), (1010, 490), (1100, 480), (1190, 470)):
            pen.box(x, y, 10, 60)
    with canvas.ink(PAPER, shade=Shade(HAZE, (0, 1), 0.4, 1.3, 0.4)) as pen:
        pen.box(846, 96, 608, 490)
        for column in range(3):
            for row in range(2):
                pen.box(872 + column * 188, 122 + row * 222, 178, 212, gap=True)
    with canvas.ink(PAPER) as pen:
        pen.box(826, 580, 650, 26)


def _shelves(canvas: Canvas) -> None:
    with canvas.ink((124, 82, 54), shade=Shade(INK, (-1, 0.5), 0.2, 1.2, 0.6)) as pen:
        pen.box(60, 70, 700, 760)
        for row in range(4):
            pen.box(86, 96 + row * 182, 648, 160, gap=True)
    with canvas.ink((96, 104, 96), shade=Shade(INK, (-0.3, -1), 0.3, 1.2, 0.5)) as pen:
        for row in range(4):
            pen.box(86, 96 + row * 182, 648, 160)
    goods = {
        OXIDE: [(110, 0, 46, 92), (160, 0, 46, 92), (520, 2, 60, 70)],
        OCHRE: [(240, 0, 54, 70), (130, 1, 40, 104), (176, 1, 40, 104)],
        PAPER: [(600, 0, 62, 84), (300, 2, 52, 96), (122, 3, 86, 74)],
        SEA: [(560, 1, 48, 110), (110, 2, 56, 66)],
        CREAM: [(440, 3, 74, 92), (232, 1, 46, 60)],
    }
    for colour, items in goods.items():
        with canvas.ink(colour, shade=Shade(INK, (-1, 0.4), 0.4, 1.3, 0.5)) as pen:
            for x, row, width, height in items:
                pen.box(x, 256 + row * 182 - height, width, height)
    with canvas.ink(PAPER) as pen:
        for x, row, width, height in [i for items in goods.values() for i in items]:
            pen.box(x + 6, 256 + row * 182 - height * 0.62, width - 12, height * 0.28)


def _counter(canvas: Canvas) -> None:
    with canvas.ink((166, 108, 62), shade=Shade(INK, (0.2, 1), 0.15, 1.1, 0.6)) as pen:
        pen.box(520, 742, 1000, 280)
    with canvas.ink((206, 150, 92)) as pen:
        pen.box(490, 716, 1030, 34)
    with canvas.ink(INK, opacity=0.35) as pen:
        for x in range(600, 1500, 110):
            pen.box(x, 752, 4, 260)
    with canvas.ink(GREEN, shade=Shade(INK, (1, 1), 0.4, 1.3, 0.6)) as pen:
        pen.curve(path("640,716 650,640 700,600 760,600 808,640 818,716"))
        pen.box(630, 690, 198, 26)
    with canvas.ink(PAPER) as pen:
        pen.disc(729, 650, 36)
        pen.curve([(620, 574), (840, 574), (800, 604), (660, 604)])
    with canvas.ink(OXIDE) as pen:
        pen.line([(729, 650), (744, 624)], 5)
    with canvas.ink(INK) as pen:
        pen.box(724, 600, 10, 12)
