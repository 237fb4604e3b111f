"""The picture ``boathouse``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import beam, floor
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    SEA,
    Colour,
    mix,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import path, placed, smooth
from broadsheet.demo.pictures.water import ripples


def paint(canvas: Canvas) -> None:
    """Shells on their racks and the door open on bright water."""
    canvas.sky((0, (70, 42, 34)), (1, (52, 32, 32)))
    with canvas.ink((96, 58, 40)) as pen:
        for x in range(0, 1500, 62):
            pen.box(x + 3, -10, 54, 760)
    floor(canvas, 720, (120, 76, 48), vanish=(960, 480))
    _open_door(canvas)
    beam(canvas, [(760, 730), (1180, 730), (1060, 1010), (300, 1010)], (255, 236, 190), opacity=0.5, blur=9)
    with canvas.ink((40, 24, 26)) as pen:
        for x in (120, 560):
            pen.box(x, 90, 24, 730)
            for y in (220, 380, 540, 700):
                pen.box(x - 10, y, 110, 14)
        pen.box(-10, 60, 1520, 26)
        pen.line([(-20, 250), (420, 20)], 22)
        pen.line([(1520, 250), (1180, 20)], 22)
    for y, hull in ((220, CREAM), (380, OXIDE), (540, (226, 178, 96)), (700, SEA)):
        with canvas.ink(hull, shade=Shade(INK, (-0.7, 1), 0.2, 1.1, 0.75)) as pen:
            pen.shape(
                [
                    *smooth(placed(path("-60,-56 200,-60 480,-50 690,-16 720,-8"), 0, y)),
                    *smooth([(720, y - 8), (560, y - 4), (200, y + 4), (-60, y + 4)]),
                ]
            )
        with canvas.ink(mix(hull, PAPER, 0.5)) as pen:
            pen.line(smooth([(-60, y - 40), (260, y - 42), (700, y - 10)]), 4)
    _oars(canvas)


def _open_door(canvas: Canvas) -> None:
    with canvas.ink((255, 244, 214)) as pen:
        pen.box(760, 150, 420, 580)
    with canvas.ink((138, 196, 196)) as pen:
        pen.box(760, 430, 420, 300)
    ripples(canvas, 436, PAPER, count=80, opacity=0.9, bottom=690, left=800, right=1140, size=0.5)
    ripples(canvas, 436, SEA, count=60, opacity=0.6, bottom=690, left=800, right=1140, size=0.5)
    with canvas.ink((124, 156, 140)) as pen:
        pen.shape([*smooth([(760, 428), (860, 398), (1000, 404), (1180, 424)]), (1180, 436), (760, 436)])
    with canvas.ink((196, 164, 120)) as pen:
        pen.shape([(760, 700), (1180, 700), (1200, 740), (740, 740)])
    with canvas.ink((30, 36, 50), opacity=0.55) as pen:
        pen.cut(950, 752, 320, 22, -4)
    person(
        canvas,
        970,
        746,
        400,
        Look(OXIDE, SKINS[2], HAIRS[1], legs=NAVY, long_hair=True),
        Pose(hands=((-0.16, -0.62), (0.12, -0.66)), feet=((-0.12, 0), (0.12, 0)), lean=3),
        flip=True,
    )
    with canvas.ink((240, 206, 140)) as pen:
        pen.line([(820, 300), (1080, 584)], 8)
        pen.line([(870, 270), (1110, 560)], 8)
    with canvas.ink(OXIDE) as pen:
        pen.shape([(786, 252), (812, 240), (840, 300), (818, 312)])
        pen.shape([(838, 224), (862, 212), (888, 270), (868, 284)])
    with canvas.ink((64, 38, 34), shade=Shade(INK, (1, 0.3), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(1180, 140), (1350, 90), (1350, 830), (1180, 736)])
        pen.box(740, 130, 450, 22)
        pen.box(742, 130, 20, 610)


def _oars(canvas: Canvas) -> None:
    colours: list[Colour] = [OXIDE, AMBER, PAPER, SEA]
    for index, colour in enumerate(colours):
        x = 1270 + index * 58
        with canvas.ink((230, 190, 124)) as pen:
            pen.line([(x + 34, 920 - index * 8), (x, 250)], 10)
        with canvas.ink(colour, shade=Shade(INK, (1, 0.4), 0.4, 1.2, 0.5)) as pen:
            pen.curve(placed(path("-22,120 20,116 26,280 -2,310 -20,280"), x, 0))
        with canvas.ink(NAVY) as pen:
            pen.shape([(x - 22, 170), (x + 22, 166), (x + 24, 206), (x - 22, 210)])
