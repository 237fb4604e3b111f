"""The picture ``hill-steps``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    INK,
    MOSS,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import Look, Pose, person
from broadsheet.demo.pictures.shapes import path, placed, smooth
from broadsheet.demo.pictures.water import ripples, sea


def paint(canvas: Canvas) -> None:
    """A rest halfway up the steps at midday."""
    canvas.sky((0, (70, 140, 178)), (0.4, (190, 220, 218)), (0.55, CREAM))
    sea(canvas, 430, (48, 118, 138), (140, 188, 194))
    with canvas.ink((120, 146, 132)) as pen:
        pen.shape([*smooth([(560, 428), (700, 404), (860, 412), (1000, 432)]), (560, 436)])
    ripples(canvas, 440, PAPER, count=60, opacity=0.7, bottom=700, left=480, right=1000, size=0.5)
    with canvas.ink(INK) as pen:
        for x in (610, 700, 838):
            pen.box(x, 440, 4, 90)
            pen.curve([(x - 30, 524), (x + 34, 524), (x + 22, 540), (x - 20, 540)])
    _steps_walls(canvas)
    _treads(canvas)
    with canvas.ink(INK) as pen:
        pen.line([(880, 460), (1130, 830), (1160, 1010)], 9)
        for x, y, foot in ((900, 490, 600), (985, 615, 725), (1100, 785, 920)):
            pen.line([(x, y), (x, foot)], 8)
    _resting(canvas)


def _treads(canvas: Canvas) -> None:
    with canvas.ink((128, 120, 120)) as pen:
        pen.shape([(558, 560), (932, 560), (1300, 1010), (140, 1010)])
    steps = 17
    for step in range(steps):
        share = (step / steps) ** 1.25
        y, y2 = 560 + 450 * share, 560 + 450 * ((step + 1) / steps) ** 1.25
        left, right = 560 - 380 * share, 930 + 330 * share
        with canvas.ink((214, 200, 172)) as pen:
            pen.box(left, y, right - left, y2 - y + 1)
        with canvas.ink((128, 120, 120), shade=Shade(INK, (-1, 0), 0.4, 1.3, 0.4)) as pen:
            pen.box(left, y + (y2 - y) * 0.48, right - left, (y2 - y) * 0.56)


def _resting(canvas: Canvas) -> None:
    rest = Pose(hands=((0.2, -0.5), (0.24, -0.52)), lean=6)
    person(
        canvas,
        640,
        830,
        330,
        Look(OXIDE, (222, 172, 136), (196, 190, 180), hem=0.2, legs=NAVY, scarf=OCHRE),
        rest,
    )
    with canvas.ink((58, 84, 116), shade=Shade(INK, (-1, 0.4), 0.3, 1.2, 0.6)) as pen:
        pen.curve([(712, 716), (790, 716), (800, 822), (706, 822)])
    with canvas.ink(INK) as pen:
        pen.line([(706, 660), (726, 664), (740, 730)], 7)
        pen.disc(722, 832, 15)
        pen.disc(786, 832, 15)
    for x, y, coat, flip in ((430, 806, (44, 40, 48), False), (905, 690, (206, 124, 60), True)):
        _cat(canvas, x, y, coat, flip)


def _steps_walls(canvas: Canvas) -> None:
    with canvas.ink((236, 226, 204), shade=Shade((120, 110, 130), (-1, 0.5), 0.3, 1.3, 0.6)) as pen:
        pen.shape(path("-10,-10 380,-10 560,210 560,566 150,1010 -10,1010"))
    with canvas.ink((198, 116, 76), shade=Shade(INK, (1, 0.5), 0.3, 1.4, 0.5)) as pen:
        pen.shape(path("1510,-10 1100,-10 930,230 930,566 1290,1010 1510,1010"))
    with canvas.ink(NAVY) as pen:
        pen.shape([(70, 180), (220, 230), (220, 480), (70, 480)])
        pen.shape([(330, 270), (430, 310), (430, 480), (330, 490)])
        pen.shape([(1240, 230), (1400, 180), (1400, 460), (1240, 460)])
        pen.shape([(1040, 300), (1130, 270), (1130, 460), (1040, 460)])
    with canvas.ink((60, 116, 120), shade=Shade(INK, (0, 1), 0.3, 1.3, 0.4)) as pen:
        pen.shape([(26, 164), (70, 180), (70, 482), (26, 482)])
        pen.shape([(220, 230), (256, 242), (256, 482), (220, 480)])
        pen.shape([(1204, 242), (1240, 230), (1240, 462), (1204, 462)])
        pen.shape([(1400, 180), (1440, 166), (1440, 462), (1400, 460)])
        pen.shape([(1350, 620), (1510, 600), (1510, 1010), (1350, 1010)])
    with canvas.ink(MOSS) as pen:
        for x, y, count in ((150, 520, 22), (1320, 496, 22), (380, 520, 14)):
            for _ in range(count):
                pen.disc(x + canvas.rng.gauss(0, 40), y + canvas.rng.gauss(0, 13), canvas.rng.uniform(7, 17))
    with canvas.ink(OXIDE) as pen:
        for x, y in ((150, 516), (1320, 492), (380, 516)):
            for _ in range(11):
                pen.disc(x + canvas.rng.gauss(0, 36), y + canvas.rng.gauss(-8, 10), 6)


def _cat(canvas: Canvas, x: float, y: float, coat: Colour, flip: bool) -> None:
    side = -1 if flip else 1
    with canvas.ink(coat) as pen:
        pen.curve(placed(path("-26,0 -30,-30 -4,-58 16,-40 20,0"), x, y, flip=side < 0))
        pen.disc(x + 8 * side, y - 66, 18, 16)
        pen.shape([(x - 8 * side, y - 72), (x - 5 * side, y - 94), (x + 6 * side, y - 80)])
        pen.shape([(x + 12 * side, y - 80), (x + 22 * side, y - 93), (x + 24 * side, y - 70)])
        pen.line(
            smooth([(x - 24 * side, y - 6), (x - 56 * side, y - 4), (x - 62 * side, y - 34)]), 8, caps=True
        )
