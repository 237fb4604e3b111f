"""The picture ``portrait-ada-okello``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.bust import ground, hairline, lapels, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    INK,
    Colour,
)
from broadsheet.demo.pictures.shapes import oval, path


def paint(canvas: Canvas) -> None:
    """Harbour reporter."""
    ground(canvas, (176, 202, 194))
    face = Face(
        (132, 84, 60),
        (88, 52, 44),
        (148, 70, 62),
        (28, 20, 24),
        (52, 30, 24),
        nose=35,
        mouth="half",
        brow_weight=12,
        brow_rise=9,
    )
    _crop(canvas, (26, 20, 26), 196, 336, 176)
    shoulders(canvas, (34, 62, 98))
    with canvas.ink((134, 140, 142), shade=Shade(INK, (1, 0.4), 0.4, 1.3, 0.5)) as pen:
        pen.shape([(396, 690), (604, 690), (620, 1010), (380, 1010)])
    neck(canvas, face, open_to=730)
    with canvas.ink((156, 162, 164), shade=Shade(INK, (1, 0.4), 0.4, 1.3, 0.5)) as pen:
        pen.curve(path("408,668 500,706 592,668 606,728 500,768 394,728"))
    lapels(canvas, (26, 48, 80), top=694)
    head(canvas, face)
    hairline(canvas, (26, 20, 26), 300)
    rng = canvas.rng
    curls = [
        (500 + 168 * math.cos(t) * r, 318 + 150 * math.sin(t) * r, 20, 6, rng.uniform(0, 180))
        for t, r in ((rng.uniform(math.pi, 2 * math.pi), rng.uniform(0.7, 1.06)) for _ in range(70))
    ]
    strands(canvas, (74, 58, 60), curls, opacity=0.7)
    with canvas.ink((236, 188, 84)) as pen:
        for side in (-1, 1):
            pen.line(oval(500 + side * 154, 520, 20, 24), 7)


def _crop(canvas: Canvas, colour: Colour, across: float, middle: float, up: float) -> None:
    with canvas.ink(colour) as pen:
        pen.disc(500, middle, across * 0.9, up)
