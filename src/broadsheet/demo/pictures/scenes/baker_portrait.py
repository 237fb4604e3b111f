"""The picture ``baker-portrait``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BARK,
    CREAM,
    INK,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.shapes import path, placed, smooth

SEPIA: Colour = (112, 84, 66)


def paint(canvas: Canvas) -> None:
    """The baker with a round loaf."""
    canvas.sky((0, (112, 70, 50)), (1, (82, 50, 42)))
    canvas.glow(380, 260, 700, (236, 176, 100), 0.55)
    _bread_shelves(canvas)
    shirt: Colour = (232, 222, 198)
    with canvas.ink(shirt, shade=Shade((110, 78, 62), (1, 0.5), 0.3, 1.2, 0.7)) as pen:
        pen.shape(smooth(path("270,1040 310,800 430,680 620,640 880,640 1070,680 1190,800 1230,1040")))
    with canvas.ink((170, 84, 58), shade=Shade(INK, (1, 0.5), 0.3, 1.2, 0.5)) as pen:
        pen.shape(path("560,700 600,690 620,800 880,800 900,690 940,700 980,1020 520,1020"))
    _old_face(canvas)
    _sleeves_and_loaf(canvas, shirt)


def _bread_shelves(canvas: Canvas) -> None:
    with canvas.ink((60, 38, 34)) as pen:
        for y in (250, 470, 690):
            pen.box(-10, y, 1520, 20)
    for y, xs in (
        (250, (70, 220, 370, 1120, 1270, 1420)),
        (470, (40, 200, 350, 1170, 1330, 1480)),
        (690, (80, 230, 1290, 1440)),
    ):
        for x in xs:
            with canvas.ink((172, 106, 58), shade=Shade((70, 38, 30), (0.4, 1), 0.3, 1.1, 0.7)) as pen:
                pen.curve(placed(path("-70,0 -66,-50 -20,-84 30,-82 68,-46 70,0"), x, y))
            with canvas.ink((226, 180, 118)) as pen:
                for slash in (-28, 4, 36):
                    pen.cut(x + slash, y - 54, 44, 8, -62)


def _old_face(canvas: Canvas) -> None:
    rosy: Colour = (226, 168, 132)
    shadow: Colour = (178, 112, 86)
    outline = smooth(
        path(
            "750,206 850,226 912,310 918,420 890,530 830,610 750,634 670,610 610,530 582,420 588,310 650,226"
        ),
        closed=True,
    )
    with canvas.ink(shadow) as pen:
        pen.shape(path("660,560 840,560 860,720 750,760 640,720"))
    with canvas.ink(rosy) as pen:
        pen.disc(584, 430, 30, 50)
        pen.disc(916, 430, 30, 50)
        pen.shape(outline)
    with canvas.ink(shadow, opacity=0.6, inside=outline) as pen:
        pen.shape([*smooth(path("850,200 842,320 866,420 848,520 790,640")), (980, 680), (980, 200)])
    with canvas.ink(rosy, opacity=0.0, shade=Shade(shadow, (1, 0.2), 0.4, 1.0, 0.7), inside=outline) as pen:
        pen.box(570, 190, 360, 460)
    with canvas.ink((206, 96, 76), opacity=0.5, blur=20, inside=outline) as pen:
        pen.disc(650, 470, 50, 38)
        pen.disc(850, 470, 50, 38)
    _smiling_eyes(canvas, shadow)
    with canvas.ink(shadow) as pen:
        pen.curve(path("748,380 764,430 800,464 784,492 750,496 716,490 730,472 752,450"))
    _moustache(canvas, shadow)
    with canvas.ink(PAPER, shade=Shade(SEPIA, (1, 0.4), 0.35, 1.2, 0.6)) as pen:
        pen.curve(path("584,400 570,330 596,280 622,290 606,340 604,396"))
        pen.curve(path("916,400 930,330 904,280 878,290 894,340 896,396"))
    with canvas.ink(CREAM, shade=Shade(SEPIA, (1, 0.5), 0.35, 1.2, 0.6)) as pen:
        pen.curve(path("590,250 570,170 640,110 750,96 860,110 930,170 910,250 750,228"))
        pen.curve(path("584,244 750,214 916,244 908,292 750,262 592,292"))


def _smiling_eyes(canvas: Canvas, shadow: Colour) -> None:
    for side in (-1, 1):
        x = 750 + side * 78
        with canvas.ink(INK) as pen:
            arc = smooth([(x - 36, 404), (x - 14, 388), (x + 14, 388), (x + 36, 404)])
            pen.shape([*arc, *[(u, v + 9) for u, v in reversed(arc)]])
            pen.disc(x, 399, 9)
        with canvas.ink(PAPER) as pen:
            pen.curve(placed(path("-48,356 0,334 48,354 40,368 0,352 -42,370"), x, 0))
        with canvas.ink(shadow) as pen:
            for step in (-14, 4, 22):
                pen.cut(x + side * 62, 404 + step, 38, 5, side * step * 1.2)
            pen.cut(x, 424, 56, 6, side * 6)
            pen.cut(750 + side * 104, 516, 84, 8, side * 66)
    with canvas.ink(shadow) as pen:
        pen.cut(750, 304, 140, 6)
        pen.cut(746, 324, 110, 5)


def _moustache(canvas: Canvas, shadow: Colour) -> None:
    with canvas.ink((110, 36, 36)) as pen:
        pen.curve(path("676,544 750,552 824,544 790,588 750,598 710,588"))
    with canvas.ink(PAPER) as pen:
        pen.curve(path("692,548 750,556 808,548 780,566 750,570 720,566"))
    with canvas.ink(PAPER, shade=Shade(SEPIA, (0.8, 1), 0.45, 1.2, 0.5)) as pen:
        pen.curve(
            path(
                "750,498 810,500 860,530 892,528 862,566 800,560 750,544 700,560 638,566 608,528 "
                "640,530 690,500"
            )
        )
    with canvas.ink(shadow, opacity=0.6) as pen:
        for side in (-1, 1):
            for step in range(4):
                pen.cut(750 + side * (36 + step * 28), 530 + step * 5, 46, 4, side * (22 + step * 2))


def _sleeves_and_loaf(canvas: Canvas, shirt: Colour) -> None:
    with canvas.ink(BARK, opacity=0.5, blur=14) as pen:
        pen.disc(756, 896, 250, 150)
    with canvas.ink((182, 108, 54), shade=Shade((84, 42, 30), (0.5, 1), 0.25, 1.1, 0.75)) as pen:
        pen.disc(750, 870, 238, 152)
    with canvas.ink((240, 208, 150)) as pen:
        for x, angle in ((640, 58), (714, 78), (790, 100), (864, 122)):
            pen.cut(x, 836, 170, 17, angle)
        pen.speckle(canvas.rng, (580, 750, 920, 860), 90, 4)
    for side in (-1, 1):
        with canvas.ink(shirt, shade=Shade((110, 78, 62), (0.6, 1), 0.35, 1.2, 0.6)) as pen:
            pen.curve(
                placed(path("470,1040 440,860 360,830 262,880 258,950 330,1040"), 750, 0, flip=side < 0)
            )
        with canvas.ink((226, 168, 132), shade=Shade((178, 112, 86), (0.4, 1), 0.3, 1.2, 0.6)) as pen:
            pen.curve(placed(path("290,872 220,870 168,906 180,950 240,970 290,950"), 750, 0, flip=side < 0))
            for finger in range(4):
                y = 884 + finger * 22
                pen.line([(750 + side * 240, y + 6), (750 + side * (150 + finger * 6), y)], 21, caps=True)
    with canvas.ink(PAPER) as pen:
        for centre in (360, 1140):
            for _ in range(70):
                pen.disc(canvas.rng.gauss(centre, 44), canvas.rng.gauss(920, 50), canvas.rng.uniform(2, 7))
