"""Heads and shoulders: the parts a portrait is put together from.

Measured on a sheet of 1000 by 1000: the face stands about x = 500, its eyes at y = 430, its chin at 640.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.mouths import MOUTHS
from broadsheet.demo.pictures.palette import INK, PAPER, Colour, darker, mix
from broadsheet.demo.pictures.shapes import Point, path, placed, smooth


@dataclass(frozen=True)
class Face:
    """One person's features."""

    skin: Colour
    shadow: Colour
    lips: Colour
    brow: Colour
    iris: Colour = INK
    width: float = 148
    jaw: float = 104
    chin: float = 640
    brow_weight: float = 13
    brow_rise: float = 6
    nose: float = 30
    mouth: str = "calm"
    lines: bool = False
    blush: float = 0.35

    def outline(self) -> list[Point]:
        """The edge of the face, from the left temple round the chin to the right temple."""
        w, j, c = self.width, self.jaw, self.chin
        right: list[Point] = [
            (w * 0.62, 262),
            (w * 0.96, 340),
            (w, 430),
            (w * 0.94, 510),
            (j, 590),
            (j * 0.46, c - 8),
        ]
        left = [(-x, y) for x, y in reversed(right)]
        whole = [(0.0, 234.0), *right, (0.0, c), *left]
        return smooth([(500 + x, y) for x, y in whole], closed=True)


def head(canvas: Canvas, face: Face) -> None:
    """Face, ears and everything on them; hair comes after."""
    outline = face.outline()
    for side in (-1, 1):
        with canvas.ink(face.skin if side < 0 else mix(face.skin, face.shadow, 0.7)) as pen:
            pen.disc(500 + side * (face.width + 2), 452, 26, 44)
        with canvas.ink(face.shadow) as pen:
            pen.disc(500 + side * (face.width + 5), 456, 11, 24)
    with canvas.ink(face.skin) as pen:
        pen.shape(outline)
    _half_shadow(canvas, face, outline)
    if face.blush:
        with canvas.ink(face.lips, opacity=face.blush, blur=22, inside=outline) as pen:
            for side in (-1, 1):
                pen.disc(500 + side * 92, 520, 38, 27)
    _eyes(canvas, face)
    _nose(canvas, face)
    MOUTHS[face.mouth](canvas, face.lips, face.shadow)
    if face.lines:
        _lines(canvas, face)


def _half_shadow(canvas: Canvas, face: Face, outline: Sequence[Point]) -> None:
    """Light falls from the left; its edge runs down brow, cheek and chin."""
    edge: list[Point] = path("590,220 578,330 600,400 584,440 604,520 574,590 540,660")
    with canvas.ink(face.shadow, opacity=0.75, inside=outline) as pen:
        pen.shape([*smooth(edge), (700, 680), (700, 200)])
    with canvas.ink(
        face.skin, opacity=0.0001, shade=Shade(face.shadow, (1, 0.25), 0.42, 1.0, 0.7), inside=outline
    ) as pen:
        pen.box(300, 200, 400, 460)


def _eyes(canvas: Canvas, face: Face) -> None:
    for side in (-1, 1):
        x = 500 + side * 64
        opening = smooth(placed(path("-32,437 -9,424 15,425 32,437 6,447 -14,446"), x, 0), closed=True)
        with canvas.ink(mix(PAPER, face.shadow, 0.12)) as pen:
            pen.shape(opening)
        with canvas.ink(face.iris, inside=opening) as pen:
            pen.disc(x + 2, 434, 14.5)
        with canvas.ink(INK) as pen:
            pen.disc(x + 2, 434, 7)
            lid = smooth([(x - 36, 439), (x - 10, 422), (x + 17, 423), (x + 37, 438)])
            pen.shape([*lid, *[(u, v - 7) for u, v in reversed(lid)]])
        with canvas.ink(PAPER) as pen:
            pen.disc(x - 2, 431, 3.2)
        with canvas.ink(face.shadow, opacity=0.7) as pen:
            pen.cut(x + 1, 413, 66, 4)
        _brow(canvas, face, x, side)


def _brow(canvas: Canvas, face: Face, x: float, side: int) -> None:
    arc = smooth(
        [
            (x - side * 38, 389),
            (x - side * 8, 383 - face.brow_rise * 0.6),
            (x + side * 20, 382 - face.brow_rise),
            (x + side * 46, 398),
        ]
    )
    thick = [face.brow_weight * (0.35 + 0.65 * math.sin(math.pi * i / len(arc))) for i in range(len(arc))]
    with canvas.ink(face.brow) as pen:
        pen.shape([*arc, *[(u, v + t) for (u, v), t in zip(reversed(arc), thick, strict=True)]])


def _nose(canvas: Canvas, face: Face) -> None:
    n = face.nose
    with canvas.ink(face.shadow) as pen:
        pen.shape(
            smooth(
                [
                    (512, 430),
                    (520, 480),
                    (500 + n, 512),
                    (500 + n * 0.6, 526),
                    (500, 530),
                    (500 - n * 0.5, 527),
                    (500 + n * 0.2, 516),
                    (508, 490),
                ],
                closed=True,
            )
        )
    with canvas.ink(darker(face.shadow, 0.35)) as pen:
        for side in (-1, 1):
            pen.cut(500 + side * n * 0.55, 523, n * 0.55, 7, side * -12)


def _lines(canvas: Canvas, face: Face) -> None:
    with canvas.ink(face.shadow) as pen:
        for side in (-1, 1):
            pen.cut(500 + side * 74, 536, 66, 7, side * 62)
            pen.cut(500 + side * 66, 462, 46, 6, side * 10)
            for step in (-14, 2, 18):
                pen.cut(500 + side * 122, 436 + step, 30, 4, side * step * 1.3)
        pen.cut(500, 330, 120, 5)
        pen.cut(496, 350, 96, 4)
