"""The picture ``portrait-ben-hartnoll``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.bust import collar, glasses, ground, hairline, lapels, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    INK,
    NAVY,
    PAPER,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import path, smooth

GREY: Colour = (150, 150, 148)
FACE = Face(
    (232, 186, 158),
    (190, 128, 104),
    (186, 98, 86),
    (116, 114, 112),
    (70, 96, 112),
    width=154,
    jaw=118,
    lines=True,
    brow_weight=15,
    brow_rise=2,
)


def paint(canvas: Canvas) -> None:
    """Editor."""
    ground(canvas, (214, 164, 78))
    shoulders(canvas, (112, 72, 46), width=390)
    with canvas.ink((206, 218, 222), shade=Shade(NAVY, (1, 0.4), 0.5, 1.3, 0.4)) as pen:
        pen.shape([(400, 700), (600, 700), (570, 1010), (430, 1010)])
    neck(canvas, FACE, width=84, open_to=790)
    collar(canvas, (222, 230, 230))
    lapels(canvas, (132, 88, 58), top=704)
    strands(
        canvas,
        (86, 54, 38),
        [(150 + i * 24, 920, 170, 4, 92) for i in range(9)]
        + [(680 + i * 24, 920, 170, 4, 88) for i in range(8)],
        opacity=0.55,
    )
    head(canvas, FACE)
    _beard(canvas, FACE, GREY)
    hairline(canvas, GREY, 290)
    strands(
        canvas,
        PAPER,
        [(390 + i * 26, 236 - 24 * math.sin(i / 9 * math.pi), 54, 6, 76 - i * 1.5) for i in range(10)],
        opacity=0.55,
    )
    glasses(canvas, INK, 50, 7)


def _beard(canvas: Canvas, face: Face, colour: Colour) -> None:
    edge = path("346,470 362,560 410,640 500,676 590,640 638,560 654,470")
    inner = path("630,500 596,544 560,536 500,540 440,536 404,544 370,500")
    with canvas.ink(colour, shade=Shade(INK, (1, 0.5), 0.35, 1.3, 0.55)) as pen:
        pen.shape([*smooth(edge), *smooth(inner)])
        pen.curve(path("448,566 500,558 552,566 540,598 500,606 460,598"), gap=True)
    with canvas.ink(face.lips) as pen:
        pen.curve([(456, 574), (500, 568), (544, 574), (500, 592)])
    with canvas.ink(darker(face.lips, 0.6)) as pen:
        pen.cut(500, 577, 90, 5)
    strands(
        canvas,
        PAPER,
        [(410 + i * 26, 622 + 18 * math.sin(i / 7 * math.pi), 34, 5, 100 - i * 3) for i in range(8)],
        opacity=0.5,
    )
