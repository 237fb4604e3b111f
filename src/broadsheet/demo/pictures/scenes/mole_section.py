"""The picture ``mole-section``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import boulders
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    DEEP,
    INK,
    OXIDE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import Look, person
from broadsheet.demo.pictures.shapes import oval, path, placed, smooth

BROWN: Colour = (104, 72, 52)


def paint(canvas: Canvas) -> None:
    """A breakwater cut through, as an engineer would show it."""
    canvas.sky((0, PAPER), (1, (240, 228, 202)))
    _water(canvas)
    with canvas.ink((198, 168, 116), shade=Shade(BROWN, (0, 1), 0.1, 1.1, 0.6)) as pen:
        pen.shape([*smooth(path("60,842 400,850 750,858 1100,850 1440,842")), (1440, 940), (60, 940)])
    _core(canvas)
    _armour(canvas)
    _roadway(canvas)
    _callouts(canvas)


def _water(canvas: Canvas) -> None:
    with canvas.ink((150, 196, 196)) as pen:
        pen.shape([(60, 470), (700, 470), (430, 850), (60, 850)])
    with canvas.ink((92, 158, 164), shade=Shade(DEEP, (0, 1), 0.2, 1.1, 0.6)) as pen:
        pen.shape(
            [
                *smooth(path("60,452 180,476 300,440 390,360 470,318 548,340 500,372 500,430 560,480")),
                (420, 850),
                (60, 850),
            ]
        )
        pen.shape([(980, 500), (1440, 500), (1440, 850), (1180, 850)])
    with canvas.ink(PAPER) as pen:
        pen.shape(smooth(path("300,440 390,356 470,310 560,340 530,352 470,336 404,376 330,446")))
        for x, y, radius in (
            (560, 330, 14),
            (586, 346, 9),
            (600, 312, 7),
            (540, 306, 9),
            (620, 350, 6),
            (512, 290, 6),
            (580, 286, 5),
        ):
            pen.disc(x, y, radius)
        for x in range(1010, 1440, 90):
            pen.cut(x + 30, 520 + (x % 4) * 26, 80, 6)
        for x in range(100, 400, 80):
            pen.cut(x, 540 + (x % 3) * 70, 90, 7, -4)


def _roadway(canvas: Canvas) -> None:
    with canvas.ink((206, 200, 188), shade=Shade((92, 96, 110), (1, 0.6), 0.3, 1.2, 0.6)) as pen:
        pen.shape([(640, 420), (970, 420), (990, 458), (628, 458)])
        pen.shape(path("650,422 650,300 676,282 712,282 712,330 724,422"))
    with canvas.ink(INK) as pen:
        pen.line([(60, 940), (1440, 940)], 5)
        pen.box(728, 416, 244, 6)
        pen.line([(940, 418), (940, 300), (916, 288)], 5)
    with canvas.ink(AMBER) as pen:
        pen.disc(908, 294, 13)
    person(canvas, 840, 418, 78, Look(OXIDE, hat=PAPER))


def _core(canvas: Canvas) -> None:
    with canvas.ink((176, 150, 120), shade=Shade(BROWN, (0.2, 1), 0.2, 1.1, 0.6)) as pen:
        pen.shape([(640, 452), (986, 452), (1180, 858), (396, 858)])
    rng, spots = canvas.rng, []
    for _ in range(330):
        y = rng.uniform(470, 848)
        grow = (y - 452) / 406
        spots.append((rng.uniform(652 - 180 * grow, 980 + 180 * grow), y, rng.uniform(7, 15)))
    for tone in ((206, 182, 148), (142, 114, 90)):
        with canvas.ink(tone) as pen:
            for x, y, radius in spots[:: 1 if tone[0] > 200 else 2]:
                pen.shape(
                    [
                        placed([(radius * rng.uniform(0.7, 1.1), 0)], x, y, angle=a)[0]
                        for a in range(0, 360, 60)
                    ]
                )


def _armour(canvas: Canvas) -> None:
    spots = []
    for step in range(8):
        share = step / 7
        spots.append((612 - 236 * share, 476 + 346 * share, 50))
        if step:
            spots.append((572 - 236 * share, 446 + 356 * share, 46))
    for step in range(7):
        share = step / 6
        spots.append((1002 + 190 * share, 500 + 326 * share, 34))
    boulders(canvas, spots, (166, 172, 176), (58, 70, 92), rim=INK)
    boulders(canvas, [(330, 800, 46)], (214, 76, 52), (120, 34, 34), rim=INK)


def _callouts(canvas: Canvas) -> None:
    with canvas.ink(INK) as pen:
        for start, knee, end in (
            ((700, 290), (760, 170), (900, 170)),
            ((820, 660), (1000, 240), (1130, 240)),
            ((1090, 650), (1180, 380), (1300, 380)),
            ((440, 640), (300, 250), (150, 250)),
        ):
            pen.line([start, knee, end], 3)
            pen.disc(*start, 8)
            pen.box(min(knee[0], end[0]), end[1] - 22, 120, 8)
            pen.box(min(knee[0], end[0]), end[1] - 40, 90, 8)
    with canvas.ink(OXIDE) as pen:
        pen.line(oval(330, 800, 78, 72), 6)
        pen.line([(264, 760), (190, 690), (100, 690)], 4)
        pen.box(100, 664, 84, 9)
