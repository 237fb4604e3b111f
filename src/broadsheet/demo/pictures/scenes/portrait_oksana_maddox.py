"""The picture ``portrait-oksana-maddox``."""

from __future__ import annotations

from broadsheet.demo.pictures.bust import ground, neck, shoulders, strands
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face, head
from broadsheet.demo.pictures.palette import (
    CREAM,
    MOSS,
    OXIDE,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import Point, path, smooth

FAIR: Colour = (224, 184, 108)
FACE = Face(
    (242, 206, 178),
    (210, 150, 122),
    (200, 100, 88),
    (176, 128, 70),
    (74, 116, 96),
    width=142,
    jaw=98,
    mouth="smile",
    brow_weight=9,
    brow_rise=9,
    nose=27,
    blush=0.4,
)


def paint(canvas: Canvas) -> None:
    """Town and science reporter."""
    ground(canvas, (188, 206, 160))
    with canvas.ink(darker(FAIR, 0.35)) as pen:
        pen.curve(path("340,400 360,230 500,170 640,230 664,420 640,620 560,690 440,690 356,620"))
    shoulders(canvas, MOSS, width=344)
    with canvas.ink(CREAM) as pen:
        pen.shape(path("404,690 596,690 540,860 500,900 460,860"))
    neck(canvas, FACE, width=66, open_to=800)
    with canvas.ink(darker(MOSS, 0.3)) as pen:
        for side in (-1, 1):
            pen.line([(500 + side * 100, 690), (500 + side * 44, 880), (500 + side * 16, 1010)], 24)
    with canvas.ink((214, 190, 140)) as pen:
        for y in (920, 978):
            pen.disc(528, y, 11)
    head(canvas, FACE)
    with canvas.ink((186, 112, 74), opacity=0.65, inside=FACE.outline()) as pen:
        for _ in range(54):
            pen.disc(500 + canvas.rng.gauss(0, 66), 500 + canvas.rng.gauss(0, 18), canvas.rng.uniform(2, 4.6))
    _hair(canvas)
    _plait(canvas, FAIR)


def _hair(canvas: Canvas) -> None:
    with canvas.ink(FAIR, shade=Shade((150, 96, 50), (1, 0.6), 0.4, 1.3, 0.5)) as pen:
        pen.shape(
            smooth(
                path(
                    "500,264 420,300 366,380 350,470 332,400 340,280 410,190 500,166 596,188 662,280 "
                    "668,400 652,470 632,380 584,300"
                ),
                closed=True,
            )
        )
    strands(
        canvas,
        (176, 124, 60),
        [(420 - i * 18, 244 + i * 26, 110, 6, 128 - i * 6) for i in range(4)]
        + [(580 + i * 18, 244 + i * 26, 110, 6, 52 + i * 6) for i in range(4)],
    )


def _plait(canvas: Canvas, fair: Colour) -> None:
    spine: list[Point] = smooth(path("648,560 672,650 664,740 640,830 628,930"), steps=3)
    for index, (x, y) in enumerate(spine[:-1]):
        side = 1 if index % 2 else -1
        with canvas.ink(
            fair if index % 2 else darker(fair, 0.1), shade=Shade((150, 96, 50), (side, 0.6), 0.3, 1.2, 0.7)
        ) as pen:
            pen.curve(
                [
                    (x - 34, y - 12 * side),
                    (x, y - 30),
                    (x + 34, y + 12 * side),
                    (x + 8, y + 34),
                    (x - 20, y + 28),
                ]
            )
    with canvas.ink(OXIDE) as pen:
        pen.box(606, 918, 46, 18)
    with canvas.ink(fair) as pen:
        pen.shape(path("610,934 648,934 654,996 630,980 606,998"))
