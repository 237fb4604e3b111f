"""The picture ``council-chamber``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import beam, window
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    CREAM,
    HAZE,
    INK,
    OCHRE,
    OXIDE,
    Colour,
    mix,
)
from broadsheet.demo.pictures.people import Look, Pose, person, someone
from broadsheet.demo.pictures.shapes import oval, path, placed, smooth

OAK: Colour = (150, 88, 46)


def paint(canvas: Canvas) -> None:
    """The chamber from the public gallery, one member on her feet."""
    canvas.sky((0, (122, 66, 40)), (1, (84, 44, 34)))
    with canvas.ink((112, 60, 38)) as pen:
        for column in range(14):
            pen.box(column * 112 + 8, 20, 92, 420)
    for x in (90, 320, 1070, 1300):
        window(canvas, x, 40, 130, 370, (252, 222, 160), (70, 38, 30), rows=6, glow=AMBER)
    with canvas.ink((168, 104, 58), shade=Shade(INK, (0, 1), 0.2, 1.3, 0.5)) as pen:
        pen.shape([(-10, 440), (1510, 440), (1510, 1010), (-10, 1010)])
    for x in (120, 350, 1100, 1330):
        beam(
            canvas, [(x, 400), (x + 90, 400), (x + 470, 1000), (x + 260, 1000)], (255, 226, 160), opacity=0.24
        )
    _dais(canvas)
    for row, (radius, people) in enumerate(((330, 5), (480, 6), (640, 8))):
        _bench(canvas, row, radius, people)
    with canvas.ink((52, 28, 28), shade=Shade(OAK, (0, -1), 0.5, 1.3, 0.5)) as pen:
        pen.box(-10, 950, 1520, 70)
        pen.box(-10, 916, 1520, 16)
        for x in range(20, 1500, 56):
            pen.box(x, 930, 12, 24)


def _dais(canvas: Canvas) -> None:
    with canvas.ink((66, 36, 32), shade=Shade(INK, (1, 0.4), 0.3, 1.3, 0.5)) as pen:
        pen.box(560, 40, 380, 420)
        pen.arch(640, 230, 220, 230)
    with canvas.ink(OXIDE, shade=Shade(INK, (0.5, 1), 0.3, 1.3, 0.6)) as pen:
        pen.arch(684, 270, 132, 190)
    with canvas.ink(OCHRE) as pen:
        pen.curve(path("655,168 750,186 850,162 826,204 800,214 700,214 674,204"))
        for x, top in ((700, 92), (752, 70), (804, 98)):
            pen.box(x - 2, top - 10, 5, 190 - top)
            pen.shape(smooth(placed(path("-34,66 -26,26 -22,0 22,0 36,34 30,68"), x, top)))
    person(canvas, 750, 500, 200, Look(INK, hair=HAZE, scarf=OCHRE))
    with canvas.ink(OAK, shade=Shade(INK, (0, 1), 0.2, 1.2, 0.5)) as pen:
        pen.box(600, 420, 300, 86)
    with canvas.ink(CREAM) as pen:
        pen.box(590, 410, 320, 13)


def _bench(canvas: Canvas, row: int, radius: float, people: int) -> None:
    """One curved row: members first, then the desk that hides their laps."""
    across, up = radius * 1.12, radius * 0.52
    cy = 470
    seats = [172 - 164 * (i + 0.5) / people for i in range(people)]
    for index, angle in enumerate(seats):
        if abs(angle - 90) < 13 and row < 2:
            continue
        x = 750 + across * math.cos(math.radians(angle))
        y = cy + up * math.sin(math.radians(angle))
        size = 150 + 40 * row
        up_now = row == 1 and index == 1
        pose = Pose(hands=((-0.2, -0.62), (0.28, -0.74))) if up_now else Pose()
        look = Look(OXIDE, hair=INK, skin=(142, 92, 66)) if up_now else someone(canvas, hem=0)
        person(canvas, x, y + size * (0.28 if up_now else 0.55), size, look, pose, flip=x > 750)
    outer = oval(750, cy + 8, across, up, start=8, end=172)
    inner = oval(750, cy + 92 + row * 30, across + 6, up, start=172, end=8)
    with canvas.ink(mix(OAK, BARK, 0.4), shade=Shade(INK, (1, 0.6), 0.35, 1.3, 0.55)) as pen:
        pen.shape([*outer, *inner])
    with canvas.ink((222, 158, 92)) as pen:
        rim = oval(750, cy + 20, across + 4, up, start=172, end=8)
        pen.shape([*outer, *rim])
