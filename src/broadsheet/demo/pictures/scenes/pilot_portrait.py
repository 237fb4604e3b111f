"""The picture ``pilot-portrait``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import beam
from broadsheet.demo.pictures.palette import (
    CREAM,
    INK,
    NAVY,
    PAPER,
    Colour,
    darker,
)
from broadsheet.demo.pictures.shapes import Point, oval, path, smooth
from broadsheet.demo.pictures.sky import gulls
from broadsheet.demo.pictures.water import ripples

SEPIA: Colour = (112, 84, 66)
SKIN: Colour = (220, 178, 146)
SHADE: Colour = (160, 112, 92)


def paint(canvas: Canvas) -> None:
    """The pilot at her wheelhouse window."""
    canvas.sky((0, (56, 54, 62)), (1, (40, 42, 54)))
    with canvas.ink((226, 220, 202), shade=Shade((176, 190, 196), (0, 1), 0.2, 1.1, 0.5)) as pen:
        pen.shape([(820, 90), (1440, 120), (1440, 640), (820, 660)])
    with canvas.ink((112, 138, 150), shade=Shade(NAVY, (0, 1), 0.2, 1.2, 0.4)) as pen:
        pen.shape([(820, 430), (1440, 424), (1440, 640), (820, 660)])
    ripples(canvas, 432, PAPER, count=60, opacity=0.6, bottom=620, left=860, right=1410, size=0.5)
    with canvas.ink((128, 142, 150)) as pen:
        pen.shape([*smooth([(1130, 426), (1220, 406), (1340, 402), (1440, 418)]), (1440, 428), (1130, 428)])
        pen.shape([(1296, 404), (1302, 352), (1314, 352), (1320, 404)])
    gulls(canvas, SEPIA, (880, 180, 1380, 330), 4, 0.5)
    with canvas.ink((74, 62, 60), shade=Shade(INK, (-1, 0.5), 0.2, 1.2, 0.6)) as pen:
        pen.box(760, 40, 760, 680)
        pen.shape([(846, 120), (1110, 130), (1110, 628), (846, 640)], gap=True)
        pen.shape([(1150, 132), (1420, 142), (1420, 616), (1150, 626)], gap=True)
    beam(canvas, path("846,120 1110,130 560,1010 60,1010 200,400"), (232, 220, 190), opacity=0.16, blur=40)
    with canvas.ink((92, 70, 58), shade=Shade(INK, (0, 1), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(720, 720), (1520, 700), (1520, 1010), (690, 1010)])
    _wheel(canvas)
    _coat(canvas)
    _profile(canvas)


def _wheel(canvas: Canvas) -> None:
    with canvas.ink((150, 108, 70), shade=Shade(INK, (0.5, 1), 0.2, 1.2, 0.6)) as pen:
        pen.line(oval(1180, 960, 216, 216), 30)
        for index in range(8):
            spoke = oval(1180, 960, 280, 280, start=index * 45, end=index * 45 + 1)[0]
            pen.line([(1180, 960), spoke], 18, caps=True)
        pen.disc(1180, 960, 54)


def _coat(canvas: Canvas) -> None:
    body = path("60,1020 110,830 230,730 380,690 470,690 590,740 680,850 720,1020")
    with canvas.ink((36, 48, 68), shade=Shade((10, 16, 30), (-1, 0.6), 0.2, 1.1, 0.8)) as pen:
        pen.shape(smooth(body))
    with canvas.ink(SHADE) as pen:
        pen.shape([(352, 500), (540, 560), (570, 740), (340, 740)])
    with canvas.ink((52, 66, 88), shade=Shade((10, 16, 30), (-1, 0.4), 0.3, 1.2, 0.7)) as pen:
        pen.curve(path("330,650 400,690 520,690 580,650 640,700 600,800 500,840 380,800 310,720"))
    with canvas.ink(CREAM, shade=Shade(SEPIA, (-1, 0.5), 0.3, 1.2, 0.6)) as pen:
        pen.curve(path("396,640 470,668 556,640 576,690 500,726 404,700"))
    with canvas.ink((196, 160, 92)) as pen:
        for y in (860, 940):
            pen.disc(590, y, 17)


def _profile(canvas: Canvas) -> None:
    """Face turned to the right: brow, nose, mouth and chin against the window's light."""
    line: list[Point] = path(
        "570,296 584,340 582,372 600,404 626,440 620,456 598,464 594,478 608,494 612,506 "
        "600,516 610,528 604,544 590,556 594,580 584,606 550,626 480,612 420,560 366,470 "
        "370,330 460,270"
    )
    outline = smooth(line, closed=True, steps=6)
    with canvas.ink(SKIN) as pen:
        pen.shape(outline)
    with canvas.ink(SHADE, opacity=0.7, inside=outline) as pen:
        pen.curve(path("330,270 470,290 480,400 470,520 540,600 520,680 340,640"))
    with canvas.ink(SKIN, shade=Shade(SHADE, (-1, 0.5), 0.25, 0.9, 0.7), opacity=0.0, inside=outline) as pen:
        pen.box(340, 260, 320, 400)
    with canvas.ink(darker(SHADE, 0.35)) as pen:
        pen.cut(548, 398, 56, 9, 8)
        pen.cut(606, 460, 26, 6, -20)
        for x, y, length, angle in (
            (516, 394, 40, 16),
            (510, 408, 42, -4),
            (516, 422, 36, -24),
            (562, 490, 60, 66),
            (546, 556, 50, 60),
            (520, 340, 90, -6),
            (524, 356, 70, -4),
        ):
            pen.cut(x, y, length, 4, angle)
    with canvas.ink((180, 104, 90)) as pen:
        pen.curve(path("566,514 590,498 610,500 612,508 600,516 612,528 600,538 582,530"))
    with canvas.ink(darker(SHADE, 0.5)) as pen:
        pen.cut(586, 516, 56, 5, 0)
    with canvas.ink((196, 110, 92), opacity=0.4, blur=18, inside=outline) as pen:
        pen.disc(530, 490, 46, 32)
    with canvas.ink(INK) as pen:
        pen.disc(562, 403, 8)
    with canvas.ink((206, 202, 194)) as pen:
        pen.cut(554, 370, 62, 10, -8)
    _hair_and_cap(canvas)


def _hair_and_cap(canvas: Canvas) -> None:
    silver = Shade(SEPIA, (-1, 0.6), 0.3, 1.1, 0.8)
    with canvas.ink((214, 208, 198), shade=silver) as pen:
        pen.disc(292, 500, 84, 78)
        pen.curve(path("560,300 520,346 486,392 456,430 430,500 392,560 340,560 304,470 300,380 330,310"))
    with canvas.ink(SEPIA, opacity=0.65) as pen:
        for step in range(6):
            pen.line(
                smooth(
                    [
                        (520 - step * 26, 322 + step * 4),
                        (440 - step * 20, 400 + step * 8),
                        (330 - step * 2, 478 + step * 6),
                    ]
                ),
                4,
            )
            pen.cut(292, 456 + step * 17, 130 - abs(step - 2.5) * 18, 5, 20)
    with canvas.ink(SKIN) as pen:
        pen.curve(path("450,424 474,420 480,456 462,484 446,466"))
    with canvas.ink((28, 38, 58), shade=Shade((8, 12, 24), (-1, 0.5), 0.3, 1.2, 0.8)) as pen:
        pen.curve(path("300,330 300,236 380,176 500,172 590,216 602,296 450,318"))
    with canvas.ink((16, 22, 38)) as pen:
        pen.curve(path("304,302 450,296 600,268 612,312 460,338 306,350"))
        pen.curve(path("574,292 640,300 690,330 640,330 572,326"))
    with canvas.ink((206, 168, 92)) as pen:
        pen.disc(566, 252, 20)
        pen.line(smooth([(470, 322), (540, 314), (600, 302)]), 5)
