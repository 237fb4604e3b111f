"""The picture ``ferry-at-sea``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    DEEP,
    FOAM,
    HAZE,
    INK,
    LEAF,
    NAVY,
    PAPER,
    SEA,
)
from broadsheet.demo.pictures.shapes import path, smooth
from broadsheet.demo.pictures.ships import ferry
from broadsheet.demo.pictures.sky import cumulus, gull, gulls
from broadsheet.demo.pictures.water import crest, ripples, sea, streaks

GREEN = (26, 82, 66)


def paint(canvas: Canvas) -> None:
    """The island ferry on a bright, windy morning."""
    canvas.sky((0, (58, 126, 168)), (0.35, (132, 184, 200)), (0.5, (214, 226, 212)))
    for x, y, width in ((240, 240, 430), (1180, 170, 520), (760, 380, 300)):
        cumulus(canvas, x, y, width, PAPER, HAZE)
    island = smooth(path("860,506 960,456 1090,432 1230,446 1370,470 1560,500"))
    with canvas.ink(LEAF, shade=Shade(DEEP, (0.6, 1), 0.3, 1.2, 0.6)) as pen:
        pen.shape([*island, (1560, 520), (840, 520)])
    with canvas.ink(PAPER) as pen:
        for x, y in ((1090, 452), (1150, 470), (1186, 458), (1260, 472), (1330, 486)):
            pen.box(x, y, 30, 20)
    with canvas.ink(NAVY) as pen:
        for x, y in ((1090, 452), (1150, 470), (1186, 458), (1260, 472), (1330, 486)):
            pen.shape([(x - 4, y + 1), (x + 5, y - 11), (x + 25, y - 11), (x + 34, y + 1)])
    sea(canvas, 512, SEA, (60, 136, 146))
    ripples(canvas, 516, PAPER, count=130, opacity=0.75, bottom=760, size=0.6)
    crest(
        canvas, path("-40,640 240,668 520,640 820,672 1120,642 1540,668"), (44, 120, 126), shade=DEEP, lip=5
    )
    ferry(canvas, 300, 742, 1.35, hull=GREEN, lit=NAVY)
    with canvas.ink(PAPER) as pen:
        pen.curve(path("1030,740 1080,690 1150,716 1210,752 1110,764"))
        pen.curve([(220, 752), (300, 726), (390, 744), (330, 768)])
    crest(
        canvas, path("-40,770 200,742 470,780 760,750 1060,778 1300,744 1540,780"), (30, 104, 112), shade=DEEP
    )
    streaks(canvas, path("-40,780 200,752 470,790 760,760 1060,788 1540,790"), FOAM, rows=3, gap=26)
    crest(canvas, path("-40,868 220,916 520,872 820,922 1160,872 1540,926"), (18, 78, 90), shade=INK, lip=13)
    streaks(canvas, path("-40,880 220,926 520,882 820,932 1160,882 1540,936"), FOAM, rows=4, gap=26)
    gulls(canvas, PAPER, (120, 300, 900, 470), 6, 0.6)
    gull(canvas, 420, 190, 1.7, PAPER, tilt=-14)
    gull(canvas, 640, 130, 1.1, PAPER, tilt=10)
