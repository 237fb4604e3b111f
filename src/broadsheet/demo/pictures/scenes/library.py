"""The picture ``library``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import books, chair, floor, table, window
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    CREAM,
    HAZE,
    INK,
    MIST,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
    WINE,
    Colour,
)
from broadsheet.demo.pictures.people import Look, Pose, person, someone
from broadsheet.demo.pictures.shapes import path, placed

MOSSY: Colour = (84, 104, 74)


def paint(canvas: Canvas) -> None:
    """The reading room with rain on the glass."""
    canvas.sky((0, (64, 78, 84)), (1, (48, 58, 62)))
    for x in (120, 620, 1120):
        window(canvas, x, 30, 260, 480, (120, 150, 162), (206, 192, 160), columns=4, rows=6, glow=MIST)
        with canvas.ink(PAPER, opacity=0.5) as pen:
            for _ in range(36):
                pen.cut(
                    canvas.rng.uniform(x + 16, x + 240),
                    canvas.rng.uniform(120, 490),
                    canvas.rng.uniform(20, 60),
                    3,
                    100,
                )
    spines: list[Colour] = [OXIDE, OCHRE, SEA, CREAM, (120, 70, 52), NAVY, MOSSY]
    for left in (-30, 395, 895, 1395):
        books(canvas, (left, 60, left + 210, 620), 7, spines, (110, 66, 42))
    floor(canvas, 610, (138, 84, 52), vanish=(750, 200))
    _readers(canvas)
    for x in (250, 850):
        table(canvas, x, 700, 480, 150, (150, 88, 48), depth=34)
        _green_lamp(canvas, x + 178, 668)
        _green_lamp(canvas, x + 304, 668)
        with canvas.ink(PAPER) as pen:
            for book in (x + 70, x + 400):
                pen.shape(placed(path("-40,692 0,684 40,692 30,676 0,670 -30,676"), book, 0))
    _child_reading(canvas)


def _readers(canvas: Canvas) -> None:
    for x, y, size, flip in (
        (290, 810, 330, False),
        (690, 810, 330, True),
        (890, 810, 330, False),
        (1290, 810, 330, True),
    ):
        look = someone(canvas, hem=0)
        chair(canvas, x - (34 if not flip else -34), y, 250, BARK, flip=flip)
        person(
            canvas,
            x,
            y,
            size,
            look,
            Pose(hands=((0.16, -0.42), (0.2, -0.42)), hip=(0, -0.34), feet=((0.2, 0), (0.26, 0)), lean=9),
            flip=flip,
        )


def _green_lamp(canvas: Canvas, x: float, y: float) -> None:
    canvas.glow(x, y + 4, 150, (255, 222, 140), 0.75)
    with canvas.ink(OCHRE) as pen:
        pen.box(x - 4, y - 70, 8, 80)
        pen.disc(x, y + 10, 32, 7)
    with canvas.ink((28, 120, 88), shade=Shade(INK, (1, -0.3), 0.4, 1.2, 0.5)) as pen:
        pen.curve(placed(path("-52,-60 -40,-92 40,-92 52,-60 0,-56"), x, y))
    with canvas.ink((255, 240, 190)) as pen:
        pen.disc(x, y - 58, 44, 6)


def _child_reading(canvas: Canvas) -> None:
    with canvas.ink(INK, opacity=0.3) as pen:
        pen.disc(760, 966, 240, 22)
    with canvas.ink(OXIDE, shade=Shade(WINE, (0, 1), 0.5, 1.3, 0.4)) as pen:
        pen.disc(750, 960, 300, 46)
    read = Pose(
        hands=((0.22, -0.26), (0.3, -0.24)), hip=(0, -0.08), feet=((0.34, -0.01), (0.4, 0.0)), lean=14
    )
    person(canvas, 660, 966, 300, Look((224, 176, 72), (142, 92, 66), INK, legs=NAVY, long_hair=True), read)
    with canvas.ink(PAPER, shade=Shade(HAZE, (1, 0), 0.4, 1.2, 0.4)) as pen:
        pen.shape(path("740,880 800,906 870,872 862,946 800,966 742,944"))
    with canvas.ink(SEA) as pen:
        pen.shape([(752, 896), (790, 912), (790, 950), (752, 938)])
    with canvas.ink(AMBER) as pen:
        pen.disc(830, 916, 16)
