"""The picture ``pilot-boat``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    FOAM,
    HAZE,
    INK,
    MIST,
    NAVY,
    OCHRE,
    PAPER,
    SEA,
    Colour,
    mix,
)
from broadsheet.demo.pictures.people import Look, Pose, person
from broadsheet.demo.pictures.shapes import path
from broadsheet.demo.pictures.sky import rain
from broadsheet.demo.pictures.water import crest, sea, streaks


def paint(canvas: Canvas) -> None:
    """A pilot climbing a ladder up a ship's side."""
    canvas.sky((0, HAZE), (0.5, MIST), (0.6, mix(MIST, PAPER, 0.4)))
    canvas.billow(PAPER, cell=220, strength=0.45, stretch=3, between=(-200, 600))
    sea(canvas, 600, mix(SEA, INK, 0.55), mix(HAZE, SEA, 0.4))
    with canvas.ink(mix(INK, NAVY, 0.3), shade=Shade(HAZE, (1, -0.7), 0.55, 1.4, 0.35)) as pen:
        pen.shape(path("-20,-20 905,-20 800,560 770,850 -20,850"))
    with canvas.ink((150, 44, 36), shade=Shade(INK, (-0.6, 1), 0.2, 1.2, 0.6)) as pen:
        pen.shape([(-20, 700), (784, 700), (770, 860), (-20, 860)])
    with canvas.ink(PAPER, opacity=0.8) as pen:
        for mark in range(7):
            pen.box(690, 500 + mark * 52, 34, 7)
            pen.box(690, 526 + mark * 52, 20, 5)
    with canvas.ink(OCHRE) as pen:
        for side in (478, 522):
            pen.line([(side, -10), (side, 806)], 4)
        for rung in range(31):
            pen.box(474, 8 + rung * 26, 52, 6)
    climb = Pose(hands=((0.1, -1.02), (0.0, -0.9)), feet=((-0.02, -0.13), (0.06, 0.0)), lean=-4)
    person(canvas, 502, 560, 220, Look(coat=(226, 96, 40), hat=PAPER, legs=HAZE), climb)
    crest(canvas, path("-40,770 240,800 520,770 820,812 1120,770 1540,815"), mix(SEA, HAZE, 0.25), lip=7)
    _launch(canvas)
    crest(
        canvas, path("-40,900 200,866 460,905 800,880 1100,925 1380,890 1540,905"), mix(SEA, INK, 0.4), lip=12
    )
    streaks(canvas, path("-40,910 200,876 460,915 800,890 1100,935 1540,915"), FOAM, rows=3)
    rain(canvas, PAPER, count=200, lean=18, opacity=0.3)


def _launch(canvas: Canvas) -> None:
    orange: Colour = (224, 92, 36)
    with canvas.ink(orange, shade=Shade(INK, (-0.8, 0.8), 0.25, 1.2, 0.6)) as pen:
        pen.curve(path("650,905 630,800 880,798 1120,790 1290,742 1235,850 1190,925"))
        pen.shape([(745, 800), (772, 672), (990, 672), (1060, 800)])
    with canvas.ink(INK) as pen:
        pen.shape([(640, 826), (1276, 772), (1266, 792), (640, 848)])
        for left, right in ((786, 846), (862, 920), (936, 990)):
            pen.shape([(left, 698), (right, 698), (right + 14, 752), (left - 6, 752)])
        pen.box(862, 560, 7, 112)
        pen.box(836, 596, 60, 6)
    with canvas.ink(PAPER) as pen:
        pen.box(764, 662, 236, 16)
        pen.box(900, 610, 56, 52)
