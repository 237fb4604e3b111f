"""The picture ``storm-breakwater``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.buildings import lighthouse
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    DEEP,
    FOAM,
    HAZE,
    INK,
    MIST,
    OCHRE,
    PAPER,
    SEA,
    Colour,
    mix,
)
from broadsheet.demo.pictures.shapes import Point, path, smooth
from broadsheet.demo.pictures.sky import rain
from broadsheet.demo.pictures.water import crest, ripples, sea, streaks

SLATE: Colour = (34, 52, 72)
# Angle and reach of each lobe of the burst, from the left foot over the top to the right foot.
LOBES = (
    (-172, 330),
    (-160, 300),
    (-148, 460),
    (-137, 420),
    (-127, 590),
    (-117, 560),
    (-108, 735),
    (-99, 690),
    (-91, 800),
    (-82, 680),
    (-74, 690),
    (-64, 500),
    (-55, 520),
    (-45, 380),
    (-34, 400),
    (-20, 300),
    (-8, 330),
)


def paint(canvas: Canvas) -> None:
    """A great wave bursting over the West Mole."""
    canvas.sky((0, INK), (0.3, SLATE), (0.46, mix(SLATE, OCHRE, 0.35)), (0.56, AMBER), (0.6, OCHRE))
    canvas.billow(INK, cell=240, low=0.42, high=0.6, strength=0.9, stretch=2.4, between=(-300, 560))
    canvas.billow(
        HAZE,
        cell=150,
        low=0.52,
        high=0.72,
        strength=0.35,
        stretch=2.8,
        between=(-200, 420),
        salt=5,
        stippled=False,
    )
    sea(canvas, 585, mix(DEEP, INK, 0.6), mix(SLATE, DEEP, 0.4))
    ripples(canvas, 590, AMBER, count=60, opacity=0.5, bottom=700)
    crest(
        canvas,
        path("-40,640 160,610 380,650 640,620 900,655 1200,625 1540,650"),
        mix(SLATE, SEA, 0.3),
        foam=HAZE,
        lip=5,
    )
    canvas.glow(1215, 392, 330, AMBER, 0.75)
    lighthouse(canvas, 1215, 700, 1.08, lamp=(255, 232, 160))
    _mole(canvas)
    _burst(canvas)
    crest(
        canvas,
        path("-40,800 150,700 330,822 560,870 800,812 1080,890 1330,850 1540,900"),
        mix(SLATE, SEA, 0.45),
        foam=MIST,
    )
    streaks(canvas, path("-40,815 150,715 330,837 560,885 800,827 1080,905 1540,915"), FOAM, rows=3)
    crest(
        canvas,
        path("-40,935 180,975 420,880 700,960 960,985 1260,896 1540,960"),
        mix(INK, SEA, 0.35),
        foam=PAPER,
    )
    rain(canvas, MIST, count=150, lean=28, opacity=0.22)


def _mole(canvas: Canvas) -> None:
    top = smooth(path("1560,742 1360,716 1180,694 1020,700 900,740"))
    with canvas.ink(mix(SLATE, HAZE, 0.25), shade=Shade(INK, (-0.5, 1), 0.1, 0.9, 0.85)) as pen:
        pen.shape([*top, (820, 860), (1560, 960)])
    with canvas.ink(HAZE) as pen:
        pen.shape([*top, *[(x, y + 9) for x, y in reversed(top)]])
    with canvas.ink(INK, opacity=0.5) as pen:
        for row in range(1, 6):
            for x, y in top[row % 2 :: 3]:
                pen.cut(x, y + 8 + row * 24, 70, 5, 8)


def _burst(canvas: Canvas) -> None:
    """The wave itself: a tower of white water thrown up from the stones and torn over by the wind."""
    for colour, grow, push in (
        (mix(HAZE, SLATE, 0.4), 1.06, 30),
        (mix(HAZE, FOAM, 0.5), 0.97, 10),
        (PAPER, 0.87, -8),
    ):
        edge = smooth([_thrown(angle, reach * grow, 1) for angle, reach in LOBES], steps=7)
        with canvas.ink(colour, shade=Shade(mix(SLATE, SEA, 0.4), (0.6, 1), 0.35, 1.3, 0.55)) as pen:
            pen.shape([(x + push, y) for x, y in [*edge, (830, 960), (400, 960)]])
            for x, y in edge:
                height = max(0.0, 860 - y) / 800
                pen.disc(x + push, y, canvas.rng.uniform(13, 50) * (1.15 - 0.5 * height))
    _spray(canvas)


def _spray(canvas: Canvas) -> None:
    rng = canvas.rng
    with canvas.ink(mix(HAZE, SEA, 0.4), opacity=0.85) as pen:
        for angle, reach in LOBES[2:-2]:
            for _ in range(6):
                share = rng.uniform(0.18, 0.72)
                x, y = _thrown(angle + rng.uniform(-4, 4), reach * 0.9, share)
                pen.cut(
                    x + (angle + 90) * 2.2 * (1 - share),
                    y + 30,
                    rng.uniform(40, 130),
                    rng.uniform(5, 12),
                    angle + share * 24,
                )
    with canvas.ink(PAPER) as pen:
        for _ in range(330):
            angle, reach = rng.choice(LOBES)
            x, y = _thrown(angle + rng.gauss(0, 5), reach, rng.uniform(1.0, 1.1 + abs(rng.gauss(0, 0.12))))
            pen.disc(x + rng.gauss(0, 14), y + rng.gauss(0, 14), rng.choice([1.5, 2, 2.5, 3, 4.5, 8]))


def _thrown(angle: float, reach: float, share: float) -> Point:
    """Where water thrown at ``angle`` is after ``share`` of its way, with the wind from the left."""
    turn, gone = math.radians(angle), reach * share
    return 610 + gone * math.cos(turn) + 90 * share**2, 850 + gone * math.sin(turn) * (1.12 - 0.12 * share)
