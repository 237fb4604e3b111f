"""The picture ``portrait-leilani-ferro``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.bust import glasses, ground, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    INK,
    PLUM,
    Colour,
)
from broadsheet.demo.pictures.shapes import path, smooth

SILVER: Colour = (132, 130, 138)
DARK: Colour = (58, 54, 64)
FACE = Face(
    (190, 130, 94),
    (136, 84, 66),
    (150, 58, 64),
    DARK,
    (50, 32, 26),
    width=148,
    jaw=110,
    lines=True,
    mouth="half",
    brow_weight=11,
    brow_rise=12,
    nose=35,
    chin=632,
)


def paint(canvas: Canvas) -> None:
    """Culture editor."""
    ground(canvas, (220, 170, 158))
    with canvas.ink(DARK, shade=Shade(SILVER, (-1, -0.6), 0.5, 1.2, 0.6)) as pen:
        pen.disc(540, 150, 92, 82)
        pen.disc(500, 330, 178, 160)
    shoulders(canvas, (44, 40, 56), width=350)
    neck(canvas, FACE, width=74, open_to=830)
    _shawl(canvas)
    head(canvas, FACE)
    _hair(canvas)
    glasses(canvas, (122, 66, 34), 60, 15)
    strands(
        canvas,
        (56, 30, 24),
        [
            (500 + s * 66 + 60 * math.cos(a), 434 + 60 * math.sin(a), 18, 9, 0)
            for s in (-1, 1)
            for a in (0.6, 1.9, 3.3, 4.4, 5.6)
        ],
    )
    with canvas.ink((96, 168, 156)) as pen:
        for side in (-1, 1):
            pen.disc(500 + side * 154, 510, 13, 17)


def _shawl(canvas: Canvas) -> None:
    with canvas.ink(PLUM, shade=Shade(INK, (1, 0.5), 0.3, 1.3, 0.6)) as pen:
        pen.shape(
            smooth(path("120,1020 170,860 300,760 420,690 470,800 560,900 700,960 720,1020"), closed=False)
        )
        pen.shape(smooth(path("900,1020 850,850 700,760 580,690 570,800 500,900 420,1020"), closed=False))
    strands(
        canvas,
        (128, 92, 136),
        [(310 + i * 30, 850 + i * 20, 150, 8, 48) for i in range(5)]
        + [(610 + i * 34, 850 + i * 8, 150, 8, 128) for i in range(5)],
        opacity=0.75,
    )


def _hair(canvas: Canvas) -> None:
    with canvas.ink(DARK, shade=Shade(SILVER, (-1, -0.4), 0.35, 1.1, 0.9)) as pen:
        pen.shape(
            smooth(
                path(
                    "342,450 350,350 420,286 520,262 600,296 650,360 658,450 680,340 640,230 560,176 "
                    "450,176 360,232 322,340"
                ),
                closed=True,
            )
        )
    strands(
        canvas,
        (206, 204, 206),
        [(380 + i * 24, 276 - 38 * math.sin(i / 9 * math.pi), 96, 5, -44 + i * 4) for i in range(10)],
        opacity=0.75,
    )
    strands(
        canvas,
        (206, 204, 206),
        [(500 + i * 20, 132 + 8 * (i % 2), 66, 5, -30 + i * 14) for i in range(5)],
        opacity=0.7,
    )
