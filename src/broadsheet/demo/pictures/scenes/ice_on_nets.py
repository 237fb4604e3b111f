"""The picture ``ice-on-nets``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    BLUE,
    CREAM,
    INK,
    MIST,
    OXIDE,
    PAPER,
    Colour,
    darker,
    mix,
)
from broadsheet.demo.pictures.shapes import Point, path, smooth
from broadsheet.demo.pictures.ships import trawler
from broadsheet.demo.pictures.sky import sun
from broadsheet.demo.pictures.water import ripples, sea


def paint(canvas: Canvas) -> None:
    """Frost on nets and floats, a bow in the winter sun."""
    canvas.sky((0, (130, 164, 184)), (0.4, (222, 214, 200)), (0.6, (246, 222, 184)))
    sun(canvas, 300, 260, 60, (255, 246, 222), (255, 232, 186))
    sea(canvas, 430, (86, 126, 142), (214, 206, 190))
    ripples(canvas, 440, PAPER, count=80, opacity=0.6, bottom=700)
    trawler(canvas, 1010, 640, 3.0, hull=(36, 92, 108), flip=True)
    with canvas.ink(MIST, shade=Shade(BLUE, (0, 1), 0.3, 1.2, 0.5)) as pen:
        pen.shape([(-10, 640), (1510, 690), (1510, 1010), (-10, 1010)])
    heaps: list[tuple[Colour, list[Point]]] = [
        ((40, 116, 100), path("-60,1040 -40,700 120,560 330,540 520,640 620,800 680,1040")),
        ((222, 112, 44), path("480,1060 560,850 760,720 960,740 1120,860 1180,1060")),
        ((34, 92, 96), path("980,1060 1080,840 1260,740 1440,760 1580,900 1580,1060")),
    ]
    for colour, outline in heaps:
        _heap(canvas, colour, outline)
    for x, y, radius, colour in (
        (250, 600, 74, OXIDE),
        (420, 690, 62, AMBER),
        (820, 770, 76, PAPER),
        (1010, 830, 56, OXIDE),
        (1320, 800, 72, AMBER),
        (90, 740, 56, CREAM),
    ):
        _float(canvas, x, y, radius, colour)


def _heap(canvas: Canvas, colour: Colour, outline: list[Point]) -> None:
    rng = canvas.rng
    edge = smooth(outline)
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    with canvas.ink(colour, shade=Shade(INK, (0.6, 1), 0.35, 1.3, 0.6)) as pen:
        pen.shape(edge)
    for strand, shift in ((darker(colour, 0.4), 0.0), (mix(colour, PAPER, 0.35), 5.0)):
        with canvas.ink(strand, opacity=0.8, inside=edge) as pen:
            for step in range(8):
                points = [
                    (left + (x - left) * (1 - step * 0.02) + step * 8, y + 22 + step * 46 + shift)
                    for x, y in outline[1:-1]
                ]
                pen.line(smooth(points), 4)
            for step in range(12):
                x = left + (right - left) * (step + 1) / 13
                pen.line(smooth([(x, 620 + shift + abs(step - 6) * 30), (x + 30, 800), (x - 20, 1010)]), 4)
    with canvas.ink(PAPER) as pen:
        rim = edge[8:-8]
        lip = [(x, y + rng.uniform(7, 26)) for x, y in rim]
        pen.shape([*rim, *reversed(lip)])
        for x, y in rim[::3]:
            pen.shape([(x - 6, y + 8), (x + 6, y + 8), (x + 1, y + rng.uniform(30, 78))])


def _float(canvas: Canvas, x: float, y: float, radius: float, colour: Colour) -> None:
    with canvas.ink(colour, shade=Shade(INK, (0.6, 1), 0.25, 1.1, 0.7)) as pen:
        pen.disc(x, y, radius)
    with canvas.ink(PAPER) as pen:
        pen.curve(
            [
                (x - radius * 0.9, y - radius * 0.36),
                (x - radius * 0.4, y - radius * 0.98),
                (x + radius * 0.5, y - radius * 0.92),
                (x + radius * 0.84, y - radius * 0.4),
                (x + radius * 0.3, y - radius * 0.56),
                (x - radius * 0.3, y - radius * 0.4),
            ]
        )
    with canvas.ink(INK) as pen:
        pen.disc(x, y - radius * 0.98, radius * 0.2, radius * 0.14)
