"""The picture ``boat-workshop``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import beam, floor, window
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    INK,
    NAVY,
    OXIDE,
    SEA,
    darker,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import Point, oval, path, smooth


def paint(canvas: Canvas) -> None:
    """The ribs of a boat, and two people at a plank."""
    canvas.sky((0, (122, 84, 56)), (1, (94, 62, 46)))
    with canvas.ink((106, 70, 48)) as pen:
        for x in range(0, 1500, 86):
            pen.box(x + 4, -10, 78, 700)
    window(
        canvas, 90, 70, 300, 270, (252, 228, 170), (70, 46, 38), arched=False, columns=3, rows=2, glow=AMBER
    )
    _tools(canvas)
    floor(canvas, 650, (170, 118, 74), vanish=(750, 240))
    for left in (100, 200, 300):
        beam(
            canvas,
            [(left, 90), (left + 80, 90), (left + 720, 1000), (left + 460, 1000)],
            (255, 230, 170),
            opacity=0.28,
            blur=8,
        )
    _ribs(canvas)
    _planing(canvas)
    _shavings(canvas)


def _planing(canvas: Canvas) -> None:
    with canvas.ink((84, 54, 40)) as pen:
        for x in (190, 560):
            pen.line([(x, 820), (x - 46, 980)], 16)
            pen.line([(x, 820), (x + 46, 980)], 16)
    person(
        canvas,
        250,
        970,
        590,
        Look(SEA, SKINS[0], HAIRS[3], legs=NAVY, apron=(206, 176, 126), long_hair=True),
        Pose(hands=((0.26, -0.44), (0.34, -0.42)), feet=((-0.14, 0), (0.1, 0)), lean=20),
    )
    person(
        canvas,
        690,
        950,
        560,
        Look(OXIDE, SKINS[2], HAIRS[1], legs=(70, 74, 90)),
        Pose(hands=((-0.02, -0.56), (0.1, -0.55))),
        flip=True,
    )
    with canvas.ink((236, 194, 124), shade=Shade(OXIDE, (1, 0.6), 0.5, 1.4, 0.3)) as pen:
        pen.shape([(110, 800), (690, 776), (694, 806), (112, 832)])
    with canvas.ink(BARK) as pen:
        pen.shape([(400, 746), (506, 742), (516, 784), (396, 790)])
        pen.disc(420, 742, 18)


def _tools(canvas: Canvas) -> None:
    with canvas.ink((60, 38, 34)) as pen:
        pen.box(470, 110, 330, 14)
        for x, length in ((500, 130), (560, 100), (610, 150), (668, 90), (720, 120), (772, 106)):
            pen.box(x - 6, 124, 12, length * 0.55)
    with canvas.ink((190, 196, 194)) as pen:
        pen.shape([(486, 190), (514, 190), (506, 262), (496, 262)])
        pen.shape([(594, 196), (640, 196), (630, 330), (612, 330)])
        pen.box(544, 176, 34, 18)
        pen.disc(668, 190, 15)
        pen.shape([(708, 186), (732, 186), (736, 250), (704, 250)])
        pen.box(752, 180, 40, 22)


def _ribs(canvas: Canvas) -> None:
    """The hull seen from its bow quarter: keel, stem and ribs that open like a fan."""
    keel: list[Point] = smooth(path("760,900 1000,880 1280,820 1420,720 1470,420"))
    rails = smooth(path("770,520 960,560 1160,560 1340,500 1470,400"))
    back = smooth(path("860,430 1060,440 1240,430 1380,400 1470,390"))
    for side, tone in ((back, (122, 76, 48)), (rails, (214, 158, 94))):
        for step in range(9):
            share = 0.03 + step * 0.112
            top, foot = side[int(share * (len(side) - 1))], keel[int(share * (len(keel) - 1) * 0.9)]
            belly = (
                (top[0] + foot[0]) / 2 - (46 if side is rails else -30) * (1 - share),
                (top[1] * 0.35 + foot[1] * 0.65) + 20,
            )
            with canvas.ink(tone, shade=Shade(INK, (0.4, 1), 0.3, 1.3, 0.6)) as pen:
                pen.line(smooth([top, belly, foot]), 22)
        with canvas.ink(darker(tone, 0.12)) as pen:
            pen.line(side, 17)
    for drop in (0.4, 0.72):
        with canvas.ink((230, 180, 112)) as pen:
            mid = [
                (a[0] + (b[0] - a[0]) * drop - 26 * (1 - i / len(rails)), a[1] + (b[1] - a[1]) * drop + 14)
                for i, (a, b) in enumerate(zip(rails, keel, strict=False))
            ]
            pen.line(mid, 13)
    with canvas.ink((150, 92, 54), shade=Shade(INK, (0, 1), 0.3, 1.2, 0.6)) as pen:
        pen.line(keel, 34)
    with canvas.ink((74, 48, 38)) as pen:
        for x, y in ((820, 900), (1040, 884), (1270, 836)):
            pen.shape([(x - 14, y), (x + 14, y), (x + 40, 985), (x - 40, 985)])


def _shavings(canvas: Canvas) -> None:
    rng = canvas.rng
    for colour in ((246, 212, 150), (222, 172, 106)):
        with canvas.ink(colour) as pen:
            for _ in range(44):
                x, y, radius = rng.gauss(440, 190), rng.uniform(930, 995), rng.uniform(9, 21)
                start = rng.uniform(0, 360)
                pen.line(oval(x, y, radius, radius * 0.8, start=start, end=start + 260), 6)
            pen.line(smooth(path("430,742 450,700 490,690 500,724 474,730")), 6)
    with canvas.ink((255, 240, 200), opacity=0.7) as pen:
        pen.speckle(rng, (300, 200, 950, 820), 130, 3)
