"""The picture ``gulls``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    HAZE,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    ROSE,
    darker,
)
from broadsheet.demo.pictures.shapes import Point, path, placed
from broadsheet.demo.pictures.sky import cumulus, hills
from broadsheet.demo.pictures.water import ripples, sea


def paint(canvas: Canvas) -> None:
    """The chimney's owners."""
    canvas.sky((0, (60, 140, 186)), (0.5, (176, 216, 218)), (0.7, CREAM))
    cumulus(canvas, 1150, 330, 520, PAPER, HAZE)
    sea(canvas, 640, (46, 116, 134), (140, 192, 196), bottom=1010)
    hills(canvas, 640, (116, 148, 130), (168, 190, 180), rows=2, height=44)
    ripples(canvas, 650, PAPER, count=80, opacity=0.6, bottom=860, size=0.5)
    with canvas.ink((96, 104, 112)) as pen:
        pen.shape([(1110, 700), (1510, 676), (1510, 690), (1110, 716)])
    _slates(canvas)
    with canvas.ink((176, 88, 62), shade=Shade(INK, (1, 0.4), 0.35, 1.2, 0.6)) as pen:
        pen.box(310, 560, 340, 400)
        pen.box(292, 540, 376, 44)
    with canvas.ink(CREAM, opacity=0.5) as pen:
        for row in range(11):
            pen.box(310, 600 + row * 30, 340, 3)
            for brick in range(6):
                pen.box(330 + brick * 58 + row % 2 * 28, 600 + row * 30, 3, 30)
    for x in (340, 440, 540):
        with canvas.ink((216, 128, 80), shade=Shade(INK, (1, 0.2), 0.3, 1.2, 0.5)) as pen:
            pen.shape([(x + 6, 460), (x + 68, 460), (x + 76, 542), (x - 2, 542)])
            pen.box(x - 4, 450, 82, 16)
    _standing_gull(canvas, 378, 452, 1.0, flip=False)
    _standing_gull(canvas, 130, 716, 0.8, flip=False)
    _standing_gull(canvas, 1180, 806, 0.8, flip=True)
    _flying_gull(canvas)


def _slates(canvas: Canvas) -> None:
    for left, top, right, tone in ((720, 800, 1560, (74, 88, 104)), (-60, 720, 900, (90, 102, 116))):
        with canvas.ink(tone, shade=Shade(INK, (0.4, 1), 0.3, 1.2, 0.5)) as pen:
            pen.shape([(left, top), (right, top + 40), (right + 80, 1010), (left - 100, 1010)])
        with canvas.ink(darker(tone, 0.5)) as pen:
            for row in range(1, 9):
                y = top + row * 34
                pen.line([(left - row * 8, y), (right + row * 8, y + 40)], 3)
                for x in range(round(left), round(right), 62):
                    pen.line(
                        [
                            (x + row % 2 * 31, y - 34 + (x - left) * 0.046),
                            (x + row % 2 * 31, y + (x - left) * 0.046),
                        ],
                        2.5,
                    )
        with canvas.ink((150, 92, 72)) as pen:
            pen.line([(left, top), (right, top + 40)], 20)


def _standing_gull(canvas: Canvas, x: float, y: float, size: float, *, flip: bool) -> None:
    def at(*points: Point) -> list[Point]:
        return placed(points, x, y, size=size, flip=flip)

    with canvas.ink(ROSE) as pen:
        for leg in (-10, 16):
            pen.line(at((leg, -44), (leg, -4)), 7 * size)
            pen.shape(at((leg - 6, 0), (leg + 24, 0), (leg, -12)))
    with canvas.ink(PAPER, shade=Shade(HAZE, (-0.3, 1), 0.4, 1.2, 0.6)) as pen:
        pen.curve(
            at(
                *path(
                    "-120,-84 -60,-116 10,-128 36,-176 58,-214 94,-216 112,-188 96,-160 88,-100 "
                    "50,-50 -20,-38 -80,-62"
                )
            )
        )
    with canvas.ink((136, 154, 166), shade=Shade(INK, (-1, 0.5), 0.4, 1.2, 0.4)) as pen:
        pen.curve(at(*path("-130,-82 -70,-118 0,-126 36,-96 0,-66 -70,-72")))
    with canvas.ink(INK) as pen:
        pen.shape(at((-100, -88), (-178, -70), (-110, -66)))
        pen.disc(*at((92, -194))[0], 6.5 * size)
    with canvas.ink(AMBER) as pen:
        pen.shape(at((108, -200), (152, -184), (150, -172), (108, -176)))
    with canvas.ink(OXIDE) as pen:
        pen.disc(*at((136, -177))[0], 5 * size)


def _flying_gull(canvas: Canvas) -> None:
    def at(*points: Point) -> list[Point]:
        return placed(points, 1070, 440, size=1.15, angle=-10)

    for wing in (
        path("-10,-20 60,-60 110,-160 230,-300 330,-340 260,-220 190,-100 90,-6"),
        path("-20,-16 -80,-80 -200,-150 -340,-150 -440,-110 -330,-80 -200,-46 -60,10"),
    ):
        with canvas.ink((150, 168, 178), shade=Shade(NAVY, (-0.3, -1), 0.5, 1.2, 0.4)) as pen:
            pen.curve(at(*wing))
    with canvas.ink(INK) as pen:
        pen.shape(at((262, -292), (352, -362), (300, -262)))
        pen.shape(at((-380, -146), (-474, -100), (-380, -92)))
    with canvas.ink(PAPER, shade=Shade(HAZE, (-0.2, 1), 0.4, 1.2, 0.6)) as pen:
        pen.curve(at(*path("-170,26 -90,-14 0,-36 70,-46 120,-60 150,-40 128,-10 60,34 -60,46")))
        pen.curve(at(*path("-130,12 -220,8 -232,40 -214,66 -120,44")))
    with canvas.ink(PAPER) as pen:
        pen.line(at((40, -44), (150, -190)), 8)
    with canvas.ink(AMBER) as pen:
        pen.shape(at((140, -52), (206, -54), (150, -36)))
        pen.shape(at((142, -38), (196, -22), (144, -24)))
    with canvas.ink(INK) as pen:
        pen.disc(*at((122, -44))[0], 8)
