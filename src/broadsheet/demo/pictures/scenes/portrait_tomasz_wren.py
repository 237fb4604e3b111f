"""The picture ``portrait-tomasz-wren``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.bust import ground, lapels, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    CREAM,
    INK,
    NAVY,
    OXIDE,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import oval, path

HAIR: Colour = (142, 66, 36)
FACE = Face(
    (240, 192, 164),
    (206, 134, 106),
    (196, 84, 74),
    (112, 52, 32),
    (62, 100, 124),
    width=144,
    jaw=106,
    mouth="laugh",
    brow_weight=13,
    brow_rise=12,
    blush=0.75,
)


def paint(canvas: Canvas) -> None:
    """Sport reporter."""
    ground(canvas, (170, 198, 212))
    with canvas.ink(darker(HAIR, 0.35)) as pen:
        pen.disc(500, 320, 180, 150)
    shoulders(canvas, NAVY, width=384)
    neck(canvas, FACE, width=76)
    lapels(canvas, (34, 62, 100), top=716)
    _scarf(canvas)
    head(canvas, FACE)
    _curls(canvas)


def _scarf(canvas: Canvas) -> None:
    with canvas.ink(OXIDE, shade=Shade(INK, (1, 0.5), 0.35, 1.2, 0.6)) as pen:
        pen.curve(path("392,640 440,690 560,690 608,640 636,720 580,790 430,792 364,724"))
        pen.shape([(520, 770), (600, 760), (640, 1010), (540, 1010)])
    strands(
        canvas,
        darker(OXIDE, 0.5),
        [(400 + i * 30, 734 + 22 * math.sin(i / 7 * math.pi), 74, 6, 84 - i * 2) for i in range(8)],
        opacity=0.6,
    )
    with canvas.ink(CREAM) as pen:
        pen.shape([(532, 880), (616, 872), (622, 898), (534, 906)])


def _curls(canvas: Canvas) -> None:
    rng = canvas.rng
    spots = [
        (500 + 158 * math.cos(t), 312 + 128 * math.sin(t))
        for t in (math.radians(a) for a in range(184, 360, 13))
    ]
    spots += (
        [(390 + i * 36, 268 + 14 * (i % 2)) for i in range(7)]
        + [(410 + i * 44, 216) for i in range(5)]
        + [(352, 360), (650, 360)]
    )
    with canvas.ink(HAIR, shade=Shade((70, 30, 26), (1, 0.5), 0.4, 1.2, 0.6)) as pen:
        for x, y in spots:
            pen.disc(x, y, rng.uniform(32, 46))
    with canvas.ink((196, 104, 56), opacity=0.85) as pen:
        for x, y in spots:
            pen.line(oval(x - 3, y - 3, rng.uniform(14, 22), rng.uniform(14, 22), start=150, end=320), 5)
