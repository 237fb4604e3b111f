"""Everything that floats in the harbour."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    INK,
    JADE,
    MIST,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import Point, path, placed

Place = Callable[..., list[Point]]
BOXES: tuple[Colour, ...] = (OXIDE, OCHRE, SEA, NAVY, CREAM, JADE)


def container_ship(canvas: Canvas, x: float, water: float, size: float, hull: Colour = OXIDE) -> None:
    """A loaded container ship, bow to the right; ``x`` is her stern, 1000 units long at size 1."""

    def at(*points: Point) -> list[Point]:
        return placed(points, x, water, size=size)

    rng = canvas.rng
    heights = [3 if column in (0, 14) else rng.choice([4, 5, 5, 6]) for column in range(15)]
    stacks = [(column, row, rng.choice(BOXES)) for column in range(15) for row in range(heights[column])]
    for colour in BOXES:
        with canvas.ink(colour, shade=Shade(INK, (-1, 0.6), 0.55, 1.5, 0.5)) as pen:
            for column, row, box in stacks:
                if box == colour:
                    left, top = 205.0 + column * 46, -98 - row * 27 - 25
                    pen.shape(at((left, top), (left + 43, top), (left + 43, top + 24), (left, top + 24)))
    with canvas.ink(INK, opacity=0.35) as pen:
        for column, row, _ in stacks:
            for rib in range(1, 6):
                left, top = 205 + column * 46 + rib * 7.2, -98 - row * 27 - 22
                pen.shape(at((left, top), (left + 1.8, top), (left + 1.8, top + 18), (left, top + 18)))
    _bridge(canvas, at)
    with canvas.ink(hull, shade=Shade(INK, (-0.5, 1), 0.1, 1.1, 0.75)) as pen:
        pen.shape(at(*path("8,-95 180,-98 200,-92 880,-92 905,-118 1000,-126 952,0 30,0")))
    with canvas.ink(PAPER) as pen:
        pen.shape(at((16, -52), (976, -52), (973, -46), (17, -46)))
    with canvas.ink(darker(hull, 0.65)) as pen:
        pen.shape(at((24, -20), (962, -20), (952, 2), (30, 2)))


def _bridge(canvas: Canvas, at: Place) -> None:
    with canvas.ink(PAPER, shade=Shade(NAVY, (-1, 0.7), 0.3, 1.2, 0.6)) as pen:
        pen.shape(at((70, -96), (70, -290), (178, -290), (178, -96)))
        pen.shape(at((52, -290), (52, -322), (196, -322), (196, -290)))
        pen.shape(at((116, -322), (116, -390), (122, -390), (122, -322)))
        pen.shape(at((96, -362), (96, -356), (142, -356), (142, -362)))
    with canvas.ink(OXIDE, shade=Shade(INK, (-1, 0), 0.2, 1.2, 0.6)) as pen:
        pen.shape(at((26, -96), (26, -262), (62, -262), (62, -96)))
    with canvas.ink(NAVY) as pen:
        pen.shape(at((58, -314), (58, -300), (190, -300), (190, -314)))
        for row in range(5):
            for column in range(4):
                left, top = 82 + column * 24, -272 + row * 34
                pen.shape(at((left, top), (left + 13, top), (left + 13, top + 13), (left, top + 13)))


def ferry(
    canvas: Canvas, x: float, water: float, size: float, *, hull: Colour = SEA, lit: Colour = OCHRE
) -> None:
    """A harbour ferry, bow to the right, 620 units long at size 1."""

    def at(*points: Point) -> list[Point]:
        return placed(points, x, water, size=size)

    with canvas.ink(PAPER, shade=Shade(NAVY, (-1, 0.5), 0.35, 1.3, 0.55)) as pen:
        pen.shape(at((40, -60), (52, -122), (470, -122), (520, -60)))
        pen.shape(at((92, -122), (98, -172), (400, -172), (430, -122)))
        pen.shape(at((300, -172), (306, -214), (384, -214), (402, -172)))
        pen.shape(at((350, -214), (350, -262), (355, -262), (355, -214)))
    with canvas.ink(OXIDE, shade=Shade(INK, (-1, 0.2), 0.2, 1.2, 0.6)) as pen:
        pen.shape(at((176, -172), (186, -250), (246, -250), (246, -172)))
    with canvas.ink(INK) as pen:
        pen.shape(at((184, -236), (186, -250), (246, -250), (246, -236)))
        pen.shape(at((312, -208), (312, -186), (392, -186), (384, -208)))
    with canvas.ink(lit) as pen:
        for index in range(13):
            left = 76 + index * 31
            pen.shape(at((left, -106), (left + 19, -106), (left + 19, -82), (left, -82)))
        for index in range(9):
            left = 112 + index * 32
            pen.shape(at((left, -158), (left + 18, -158), (left + 18, -138), (left, -138)))
    with canvas.ink(hull, shade=Shade(INK, (-0.6, 1), 0.1, 1.1, 0.8)) as pen:
        pen.shape(at(*path("0,-66 560,-66 622,-82 566,4 26,4")))
    with canvas.ink(PAPER) as pen:
        pen.shape(at((4, -54), (600, -54), (594, -45), (8, -45)))


def trawler(
    canvas: Canvas, x: float, water: float, size: float, *, hull: Colour = SEA, flip: bool = False
) -> None:
    """A small fishing boat with a wheelhouse and a mast; 300 units long at size 1, about ``x``."""

    def at(*points: Point) -> list[Point]:
        return placed(points, x, water, size=size, flip=flip)

    with canvas.ink(INK) as pen:
        for rig in (
            [(-20, -30), (-16, -240), (-11, -240), (-8, -30)],
            [(-123, -40), (-118, -170), (-114, -170), (-112, -40)],
        ):
            pen.shape(at(*rig))
        for start, end in (((-14, -236), (142, -92)), ((-14, -236), (-140, -70)), ((-12, -200), (-96, -232))):
            pen.line(at(start, end), 2.4 * size)
    with canvas.ink(PAPER, shade=Shade(NAVY, (-1 if not flip else 1, 0.4), 0.3, 1.2, 0.6)) as pen:
        pen.shape(at((6, -50), (6, -138), (84, -138), (92, -50)))
    with canvas.ink(OXIDE) as pen:
        pen.shape(at((-2, -138), (2, -152), (92, -152), (94, -138)))
    with canvas.ink(NAVY) as pen:
        for left in (16, 42, 66):
            pen.shape(at((left, -126), (left + 17, -126), (left + 17, -100), (left, -100)))
    with canvas.ink(hull, shade=Shade(INK, (0, 1), 0.15, 1.0, 0.75)) as pen:
        pen.curve(at(*path("-150,-62 -60,-48 50,-52 168,-98 138,-20 110,6 -128,6 -146,-20")))
    with canvas.ink(MIST) as pen:
        pen.shape(at(*path("-147,-50 -60,-38 50,-42 156,-82 152,-74 50,-34 -60,-30 -147,-42")))


def sail(
    canvas: Canvas, x: float, water: float, size: float, *, colour: Colour = PAPER, flip: bool = False
) -> None:
    """A sailing dinghy; about 100 units high at size 1."""
    with canvas.ink(colour, shade=Shade(NAVY, (-1, 0.3), 0.4, 1.3, 0.4)) as pen:
        pen.shape(placed([(2, -104), (2, -14), (46, -14), (26, -60)], x, water, size=size, flip=flip))
        pen.shape(placed([(-3, -96), (-3, -14), (-32, -14)], x, water, size=size, flip=flip))
    with canvas.ink(INK) as pen:
        pen.shape(placed([(-40, -10), (44, -10), (30, 2), (-28, 2)], x, water, size=size, flip=flip))
