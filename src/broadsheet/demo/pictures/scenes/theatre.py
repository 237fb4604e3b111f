"""The picture ``theatre``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    INK,
    OCHRE,
    OXIDE,
    WINE,
    mix,
)
from broadsheet.demo.pictures.shapes import path, smooth


def paint(canvas: Canvas) -> None:
    """The old Playhouse before anyone has come."""
    canvas.sky((0, (54, 22, 34)), (1, (32, 16, 30)))
    with canvas.ink((22, 18, 34)) as pen:
        pen.box(370, 130, 760, 560)
    canvas.glow(750, 470, 420, OCHRE, 0.75)
    _stage(canvas)
    _curtain(canvas)
    _proscenium(canvas)
    _boxes(canvas)
    with canvas.ink((70, 30, 36)) as pen:
        pen.box(300, 690, 900, 30)
    _stalls(canvas)


def _curtain(canvas: Canvas) -> None:
    with canvas.ink(OXIDE, shade=Shade(WINE, (0, 1), 0.1, 1.1, 0.9)) as pen:
        swag = smooth(path("370,330 480,420 620,350 750,300 880,350 1020,420 1130,330"))
        pen.shape([(370, 120), (1130, 120), *reversed(swag)])
        for side in (-1, 1):
            edge = 750 + side * 380
            pen.shape(
                [
                    (edge, 120),
                    (edge - side * 110, 130),
                    *smooth([(edge - side * 90, 300), (edge - side * 60, 480), (edge - side * 84, 690)]),
                    (edge, 690),
                ]
            )
    with canvas.ink(WINE, opacity=0.8) as pen:
        for index in range(22):
            x = 390 + index * 34
            pen.cut(x, 220, 190, 9, 90)
        for side in (-1, 1):
            for fold in range(3):
                pen.cut(750 + side * (365 - fold * 26), 540, 300, 9, 90)


def _proscenium(canvas: Canvas) -> None:
    with canvas.ink(OCHRE, shade=Shade(BARK, (0, 1), 0.3, 1.2, 0.6)) as pen:
        pen.box(330, 60, 840, 66)
        pen.box(326, 90, 44, 610)
        pen.box(1130, 90, 44, 610)
    with canvas.ink(AMBER) as pen:
        for x in range(352, 1170, 36):
            pen.disc(x, 92, 10)
        pen.disc(750, 70, 54, 40)


def _stage(canvas: Canvas) -> None:
    with canvas.ink((126, 80, 54), shade=Shade(INK, (0, -1), 0.3, 1.2, 0.5)) as pen:
        pen.shape([(440, 590), (1060, 590), (1140, 696), (360, 696)])
    with canvas.ink((16, 14, 26)) as pen:
        for offset in (0, 74):
            pen.line([(890 + offset, 640), (930 + offset * 0.6, 380)], 9)
        for rung in range(7):
            share = rung / 7
            pen.line([(894 + 36 * share, 610 - 220 * share), (964 + 6 * share, 610 - 220 * share)], 7)
        pen.box(656, 450, 7, 194)
        pen.box(630, 638, 60, 8)
    canvas.glow(660, 430, 130, (255, 240, 200), 0.9)
    with canvas.ink((255, 246, 214)) as pen:
        pen.disc(660, 432, 20)


def _boxes(canvas: Canvas) -> None:
    for side in (-1, 1):
        for row in range(3):
            for column in range(2):
                near = column
                x = 750 + side * (480 + near * 165)
                y = 170 + row * 180 - near * 26
                width, height = 120 + near * 26, 130 + near * 16
                left = x - width / 2
                with canvas.ink((24, 12, 26)) as pen:
                    pen.arch(left, y, width, height)
                with canvas.ink(WINE, shade=Shade(INK, (side, 0.3), 0.2, 1.2, 0.6)) as pen:
                    pen.shape(
                        [(left, y + 40), (left + 26, y + 20), (left + 16, y + height), (left, y + height)]
                    )
                    pen.shape(
                        [
                            (left + width, y + 40),
                            (left + width - 26, y + 20),
                            (left + width - 16, y + height),
                            (left + width, y + height),
                        ]
                    )
                with canvas.ink(OCHRE, shade=Shade(BARK, (side, 1), 0.2, 1.2, 0.75)) as pen:
                    pen.curve(
                        [
                            (left - 12, y + height - 26),
                            (left + width + 12, y + height - 26),
                            (left + width, y + height + 24),
                            (x, y + height + 32),
                            (left, y + height + 24),
                        ]
                    )


def _stalls(canvas: Canvas) -> None:
    for row in range(6):
        y, size = 730 + row * 46 + row**2 * 3, 46 + row * 15
        count = round(1500 / size) + 2
        with canvas.ink(
            mix(WINE, (192, 48, 40), 0.35 + row * 0.13), shade=Shade(INK, (0, 1), 0.15, 1.0, 0.8)
        ) as pen:
            for index in range(-1, count):
                x = index * size + (row % 2) * size / 2
                if abs(x + size / 2 - 750) > 20 + row * 11:
                    pen.curve(
                        [
                            (x + 3, y + size * 0.3),
                            (x + size * 0.2, y),
                            (x + size * 0.8, y),
                            (x + size - 3, y + size * 0.3),
                            (x + size - 3, y + size * 1.2),
                            (x + 3, y + size * 1.2),
                        ]
                    )
