"""The picture ``warehouse-row``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BARK,
    CREAM,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    SEA,
    Colour,
    darker,
    mix,
)
from broadsheet.demo.pictures.sky import gulls
from broadsheet.demo.pictures.water import ripples

BRICKS: tuple[Colour, ...] = ((150, 74, 56), (128, 60, 50), (166, 90, 64), (140, 80, 66))


def paint(canvas: Canvas) -> None:
    """Five brick warehouses mirrored in a still dock."""
    pale: Colour = (206, 206, 194)
    canvas.sky((0, (158, 168, 170)), (0.6, pale), (0.64, (70, 84, 86)), (1, (42, 56, 64)))
    canvas.billow((130, 142, 148), cell=220, strength=0.4, stretch=3, between=(-300, 420))
    for index in range(5):
        _warehouse(canvas, -20 + index * 310, 310 - (index % 2) * 26, index)
    mirrored_rows = [(-20 + index * 310, BRICKS[index % 4]) for index in range(5)]
    for x, brick in mirrored_rows:
        with canvas.ink(darker(brick, 0.42)) as pen:
            pen.box(x, 668, 304, 262)
    with canvas.ink((30, 38, 46), opacity=0.75) as pen:
        for index in range(5):
            for column in (0, 2):
                for row in range(4):
                    pen.box(-20 + index * 310 + 36 + column * 92, 700 + row * 66, 48, 38)
    ripples(canvas, 670, pale, count=170, opacity=0.45)
    ripples(canvas, 670, (40, 52, 60), count=160, opacity=0.7)
    with canvas.ink((112, 108, 102), shade=Shade(INK, (0, 1), 0.2, 1.0, 0.7)) as pen:
        pen.box(-10, 632, 1520, 40)
    with canvas.ink(INK) as pen:
        for x in range(80, 1500, 230):
            pen.box(x, 612, 14, 24)
            pen.disc(x + 7, 610, 13, 7)
    gulls(canvas, PAPER, (200, 60, 1300, 190), 7, 0.5)


def _warehouse(canvas: Canvas, x: float, top: float, index: int) -> None:
    brick = BRICKS[index % 4]
    with canvas.ink(brick, shade=Shade(INK, (1, 0.7), 0.35, 1.5, 0.55)) as pen:
        pen.shape([(x, 640), (x, top - 80), (x + 152, top - 190), (x + 304, top - 80), (x + 304, 640)])
    with canvas.ink(mix(brick, PAPER, 0.35)) as pen:
        pen.line([(x - 2, top - 76), (x + 152, top - 188), (x + 306, top - 76)], 9)
        for floor in range(1, 6):
            pen.box(x, top - 76 + floor * 74, 304, 4)
    for row in range(5):
        y = top - 66 + row * 74
        boarded = (row * 3 + index) % 4 == 0
        for column in (0, 2):
            left = x + 36 + column * 92
            with canvas.ink((176, 142, 100) if boarded else (52, 66, 78)) as pen:
                pen.arch(left, y, 48, 56)
            with canvas.ink(BARK if boarded else CREAM) as pen:
                for line in (18, 36):
                    pen.box(left, y + line, 48, 3)
                if not boarded:
                    pen.box(left + 22, y, 3, 56)
        with canvas.ink((SEA, OXIDE, NAVY, (84, 104, 84), (70, 58, 58))[index]) as pen:
            pen.box(x + 122, y - 2, 60, 64)
    with canvas.ink(INK) as pen:
        pen.box(x + 136, top - 160, 32, 30)
        pen.line([(x + 152, top - 152), (x + 152, top - 120)], 12)
        pen.box(x + 130, top - 126, 44, 9)
        pen.line([(x + 152, top - 120), (x + 152, top + 60 + index * 46)], 3)
        pen.disc(x + 152, top + 62 + index * 46, 7)
        for row in range(5):
            pen.box(x + 151, top - 66 + row * 74, 3, 60)
