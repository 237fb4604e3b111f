"""The picture ``island-lighthouse``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import lighthouse
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    DEEP,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    ROSE,
)
from broadsheet.demo.pictures.shapes import path, placed, smooth
from broadsheet.demo.pictures.sky import bands
from broadsheet.demo.pictures.water import mirrored, ripples, sea


def paint(canvas: Canvas) -> None:
    """Hesk on a clear evening, Little Hesk behind."""
    canvas.sky((0, (64, 104, 138)), (0.3, (164, 178, 172)), (0.5, (242, 206, 150)), (0.58, (246, 224, 178)))
    bands(canvas, ROSE, top=120, bottom=470, count=7, length=600, thickness=18, opacity=0.7)
    with canvas.ink((120, 130, 146)) as pen:
        pen.shape([*smooth(path("-60,540 120,500 330,486 520,520 640,545")), (640, 560), (-60, 560)])
    sea(canvas, 548, (44, 92, 116), (236, 206, 160))
    ripples(canvas, 556, (92, 132, 144), count=110, opacity=0.5)
    ripples(canvas, 560, AMBER, count=70, opacity=0.55, left=0, right=1000)
    land = smooth(path("240,742 400,672 600,612 820,560 1060,528 1300,546 1560,520"))
    with canvas.ink((158, 160, 84), shade=Shade(DEEP, (0.7, 1), 0.3, 1.3, 0.65)) as pen:
        pen.shape([*land, (1560, 760), (240, 760)])
    with canvas.ink((96, 92, 84), shade=Shade(INK, (0, 1), 0.1, 1.1, 0.6)) as pen:
        pen.shape(
            [(190, 760), *smooth(path("240,742 460,726 760,742 1100,728 1560,744")), (1560, 800), (700, 786)]
        )
    lighthouse(canvas, 1110, 540, 1.22, stripes=OXIDE, lamp=AMBER)
    _village(canvas)
    mirrored(canvas, 260, 1620, 800, 940, (70, 78, 76), opacity=0.5)
    mirrored(canvas, 1070, 1150, 800, 985, CREAM, opacity=0.75)


def _village(canvas: Canvas) -> None:
    cottages = path(
        "640,640 712,668 760,618 830,662 900,604 950,680 1010,640 1220,630 1290,672 1350,620 1420,660 560,694"
    )
    with canvas.ink(PAPER, shade=Shade(NAVY, (1, 0.4), 0.35, 1.2, 0.6)) as pen:
        for x, y in cottages:
            pen.box(x, y - 30, 54, 34)
    with canvas.ink((70, 62, 74)) as pen:
        for x, y in cottages:
            pen.shape(placed(path("-5,-28 8,-50 46,-50 59,-28"), x, y))
            pen.box(x + 16, y - 12, 9, 16)
            pen.box(x + 34, y - 18, 9, 9)
    with canvas.ink((120, 116, 96)) as pen:
        for wall in (
            [(480, 700), (620, 600)],
            [(700, 730), (860, 556)],
            [(1130, 730), (1170, 560)],
            [(1380, 740), (1480, 540)],
            [(480, 664), (1500, 596)],
        ):
            pen.line(
                smooth(
                    [wall[0], ((wall[0][0] + wall[1][0]) / 2 + 18, (wall[0][1] + wall[1][1]) / 2), wall[1]]
                ),
                5,
            )
    with canvas.ink(PAPER) as pen:
        for x, y in ((1200, 700), (1240, 712), (1262, 694), (820, 708), (856, 716), (470, 716), (1440, 706)):
            pen.disc(x, y, 12, 8)
    with canvas.ink(INK) as pen:
        for x, y in ((1212, 697), (1252, 709), (1274, 691), (832, 705), (868, 713), (482, 713), (1452, 703)):
            pen.disc(x, y, 4.5)
