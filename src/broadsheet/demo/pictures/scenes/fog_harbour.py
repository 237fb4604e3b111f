"""The picture ``fog-harbour``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.shapes import smooth
from broadsheet.demo.pictures.ships import trawler
from broadsheet.demo.pictures.water import ripples

PALE: Colour = (206, 208, 200)


def paint(canvas: Canvas) -> None:
    """Almost nothing: posts, a ghost of a trawler, one green light."""
    canvas.sky((0, (178, 188, 188)), (0.5, PALE), (0.62, (216, 214, 204)), (1, (128, 148, 152)))
    trawler(canvas, 900, 600, 1.5, hull=(96, 120, 128))
    canvas.fade(PALE, 250, 660, strength=0.6)
    with canvas.ink(PALE, opacity=0.62, blur=30) as pen:
        pen.box(450, 190, 900, 480)
    canvas.billow(
        (222, 220, 210),
        cell=300,
        low=0.4,
        high=0.62,
        strength=0.55,
        stretch=3.5,
        between=(300, 800),
        stippled=False,
    )
    _light(canvas)
    ripples(canvas, 640, (108, 134, 140), count=120, opacity=0.35)
    ripples(canvas, 640, PAPER, count=80, opacity=0.4)
    _posts(canvas)


def _light(canvas: Canvas) -> None:
    canvas.glow(330, 430, 230, (92, 178, 130), 0.85)
    with canvas.ink((226, 246, 220)) as pen:
        pen.disc(330, 430, 13)
    with canvas.ink((108, 130, 136)) as pen:
        pen.box(326, 446, 8, 190)


def _posts(canvas: Canvas) -> None:
    for x, top, width in ((1110, 560, 62), (1230, 480, 74), (150, 700, 70)):
        with canvas.ink((40, 58, 70), shade=Shade(PALE, (-1, 0.2), 0.5, 1.4, 0.5)) as pen:
            pen.shape(
                [
                    (x, top + 8),
                    (x + width * 0.5, top - 8),
                    (x + width, top + 6),
                    (x + width + 4, 985),
                    (x - 4, 985),
                ]
            )
        with canvas.ink((40, 58, 70), opacity=0.35) as pen:
            for step in range(9):
                pen.cut(x + width / 2, 984 + step * 9, width * (1.5 + 0.1 * step), 6)
    with canvas.ink((40, 58, 70)) as pen:
        pen.line(smooth([(1140, 640), (1190, 700), (1236, 610)]), 9)
        pen.box(1100, 634, 82, 14)
        pen.box(1222, 600, 92, 15)
