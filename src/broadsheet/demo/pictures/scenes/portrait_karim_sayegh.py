"""The picture ``portrait-karim-sayegh``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.bust import collar, ground, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    INK,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.shapes import path, smooth

HAIR: Colour = (30, 26, 32)
FACE = Face(
    (206, 152, 112),
    (152, 98, 76),
    (160, 84, 74),
    HAIR,
    (58, 36, 26),
    width=150,
    jaw=112,
    brow_weight=18,
    brow_rise=2,
    nose=35,
    blush=0.2,
)


def paint(canvas: Canvas) -> None:
    """Council and courts correspondent."""
    ground(canvas, (190, 180, 166))
    shoulders(canvas, PAPER, width=370, shade=(96, 110, 130))
    neck(canvas, FACE, width=80, open_to=770)
    collar(canvas, PAPER, drop=160, spread=132)
    with canvas.ink((26, 74, 62), shade=Shade(INK, (1, 0.6), 0.4, 1.3, 0.5)) as pen:
        pen.shape([(474, 786), (534, 782), (546, 832), (494, 840)])
        pen.shape([(496, 838), (544, 832), (572, 1010), (470, 1010)])
    head(canvas, FACE)
    with canvas.ink(HAIR, opacity=0.34, blur=7, inside=FACE.outline()) as pen:
        pen.shape(
            [*smooth(path("340,500 400,560 440,546 500,540 560,546 600,560 660,500")), (660, 680), (340, 680)]
        )
        pen.curve(path("452,562 500,556 548,562 540,594 500,600 460,594"), gap=True)
    _hair(canvas)


def _hair(canvas: Canvas) -> None:
    with canvas.ink(HAIR) as pen:
        pen.shape(
            smooth(
                path(
                    "344,440 346,350 384,300 440,306 500,276 560,298 616,296 654,350 656,440 676,340 "
                    "660,240 600,176 520,160 430,168 356,214 324,310"
                ),
                closed=True,
            )
        )
    strands(
        canvas,
        (78, 74, 84),
        [
            (380 + i * 30, 232 + 12 * (i % 3) - 30 * math.sin(i / 8 * math.pi), 74, 9, 24 - i * 5)
            for i in range(9)
        ],
        opacity=0.8,
    )
    strands(
        canvas,
        (176, 176, 176),
        [(344, 372 + i * 16, 34, 5, 82) for i in range(4)]
        + [(656, 372 + i * 16, 34, 5, 98) for i in range(4)],
    )
