"""The picture ``swing-bridge``."""

from __future__ import annotations

from itertools import pairwise

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    HAZE,
    INK,
    MIST,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
)
from broadsheet.demo.pictures.people import Look, Pose, person
from broadsheet.demo.pictures.shapes import oval, path, placed, smooth
from broadsheet.demo.pictures.ships import trawler
from broadsheet.demo.pictures.sky import cumulus, gulls, hills
from broadsheet.demo.pictures.water import mirrored, ripples, sea


def paint(canvas: Canvas) -> None:
    """The bridge half open, a boat passing, the town waiting."""
    canvas.sky((0, (66, 138, 174)), (0.35, (168, 208, 212)), (0.5, CREAM))
    cumulus(canvas, 330, 200, 380, PAPER, HAZE)
    cumulus(canvas, 1130, 260, 460, PAPER, HAZE)
    hills(canvas, 500, (104, 136, 96), (156, 178, 150), rows=3, height=80)
    sea(canvas, 498, (34, 104, 114), (122, 180, 180))
    ripples(canvas, 506, PAPER, count=150, opacity=0.5)
    trawler(canvas, 1165, 735, 1.0, hull=OXIDE)
    mirrored(canvas, 1030, 1300, 741, 860, (70, 40, 46), opacity=0.5)
    with canvas.ink((176, 166, 146), shade=Shade(INK, (0.4, 1), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(-10, 640), (430, 640), (470, 1010), (-10, 1010)])
        pen.shape([(1330, 560), (1510, 560), (1510, 690), (1320, 690)])
        pen.shape([(480, 660), (600, 660), (612, 900), (468, 900)])
    _span(canvas)
    with canvas.ink((120, 112, 104)) as pen:
        pen.box(-10, 626, 440, 20)
    _waiting(canvas)
    gulls(canvas, PAPER, (500, 80, 1100, 300), 6, 0.5)


def _span(canvas: Canvas) -> None:
    """The iron truss turned a quarter away from the road, so that it narrows with distance."""
    with canvas.ink((28, 70, 78)) as pen:
        bottom, top = [(130, 676), (540, 652), (1010, 600)], [(190, 566), (540, 440), (960, 556)]
        pen.line(bottom, 22)
        pen.line(smooth(top), 16)
        pen.line([bottom[0], top[0]], 16)
        pen.line([bottom[-1], top[-1]], 12)
        rail = smooth(top, steps=6)
        posts = [
            (
                x,
                y,
                676 - (x - 130) * (24 / 410 if x < 540 else 0.0) if x < 540 else 652 - (x - 540) * 52 / 470,
            )
            for x, y in rail
        ]
        for x, y, foot in posts:
            pen.line([(x, y), (x, foot)], 8)
        for (x, y, _), (x2, _, foot2) in pairwise(posts):
            pen.line([(x, y), (x2, foot2)], 5)
        pen.box(480, 650, 122, 22)
    with canvas.ink(PAPER) as pen:
        pen.box(504, 470, 74, 60)
    with canvas.ink(NAVY) as pen:
        pen.box(514, 482, 54, 26)
    with canvas.ink(OXIDE) as pen:
        pen.shape([(494, 472), (541, 436), (588, 472)])


def _waiting(canvas: Canvas) -> None:
    with canvas.ink((226, 220, 206)) as pen:
        pen.shape([(-10, 830), (470, 830), (520, 1010), (-10, 1010)])
    with canvas.ink(OCHRE, shade=Shade(INK, (0, 1), 0.4, 1.4, 0.4)) as pen:
        pen.curve(path("-60,940 -60,716 80,706 160,730 214,816 236,836 236,940"))
    with canvas.ink(NAVY) as pen:
        pen.shape([(86, 730), (146, 742), (190, 816), (86, 816)])
        pen.disc(158, 940, 42)
    with canvas.ink(MIST) as pen:
        pen.disc(158, 940, 18)
    with canvas.ink(PAPER) as pen:
        pen.shape([(250, 842), (690, 822), (690, 842), (250, 864)])
    with canvas.ink(OXIDE) as pen:
        for step in range(0, 6, 2):
            x = 250 + step * 73
            pen.shape(
                [
                    (x, 842 - step * 3.4),
                    (x + 73, 839 - step * 3.4),
                    (x + 73, 860 - step * 3.4),
                    (x, 863 - step * 3.4),
                ]
            )
        pen.disc(470, 832, 18)
    for x, coat, skin in ((330, OXIDE, 0), (470, SEA, 2)):
        with canvas.ink(INK) as pen:
            for wheel in (x - 58, x + 58):
                pen.line(oval(wheel, 930, 44, 44), 7)
            pen.line([(x - 58, 930), (x - 20, 862), (x + 40, 862), (x + 58, 930)], 7)
            pen.line(placed(path("-20,862 0,930 40,862 34,836 60,832"), x, 0), 6)
        look = Look(coat, ((236, 196, 166), (198, 140, 102), (142, 92, 66))[skin], hat=PAPER)
        person(
            canvas,
            x - 14,
            976,
            260,
            look,
            Pose(hands=((0.24, -0.54), (0.26, -0.54)), feet=((0.02, -0.12), (0.06, 0.0)), lean=14),
        )
