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
LOBES = path(
    "-172,330 -160,300 -148,450 -137,400 -127,580 -117,530 -108,720 -99,650 -91,770 -82,650 -74,690 "
    "-64,500 -55,540 -45,390 -34,420 -20,310 -8,330"
)


def paint(canvas: Canvas) -> None:
    """A great wave bursting over the West Mole."""
    canvas.sky((0, INK), (0.3, SLATE), (0.46, mix(SLATE, OCHRE, 0.35)), (0.56, AMBER), (0.6, OCHRE))
    canvas.billow(INK, cell=240, low=0.42, high=0.6, strength=0.8, stretch=2.4, between=(-300, 560))
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
    _near_waves(canvas)
    rain(canvas, MIST, count=110, lean=28, opacity=0.22)


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
    """The wave itself: towers of white water, one before the other, torn over by the wind."""
    for colour, grow, push in (
        (mix(HAZE, SLATE, 0.4), 1.06, 34),
        (mix(HAZE, FOAM, 0.5), 0.97, 12),
        (PAPER, 0.87, -8),
        (mix(FOAM, HAZE, 0.35), 0.66, 46),
        (PAPER, 0.6, 14),
        (mix(FOAM, HAZE, 0.35), 0.42, -30),
        (PAPER, 0.36, -52),
    ):
        _tower(canvas, colour, grow, push)
    _spray(canvas)


def _tower(canvas: Canvas, colour: Colour, grow: float, push: float) -> None:
    """One outline of the burst with a scalloped edge and fingers of water flying off it."""
    rng = canvas.rng
    tips = [_thrown(angle, reach * grow, 1) for angle, reach in LOBES]
    edge = smooth(tips, steps=9)
    with canvas.ink(colour, shade=Shade(mix(SLATE, SEA, 0.4), (0.6, 1), 0.35, 1.3, 0.5)) as pen:
        pen.shape([(x + push, y) for x, y in [*edge, (830, 960), (400, 960)]])
        for x, y in edge:
            height = max(0.0, 860 - y) / 800
            pen.disc(x + push, y, rng.uniform(9, 38) * (1.1 - 0.5 * height) * (0.5 + grow / 2))
        for (angle, _), (x, y) in zip(LOBES, tips, strict=True):
            for _ in range(2 if -145 < angle < -40 else 0):
                turn, far = -81 + (angle + 90) * 0.62 + rng.gauss(0, 8), rng.uniform(16, 52) * grow
                lift = math.radians(turn)
                pen.cut(x + push + far * math.cos(lift), y + far * math.sin(lift), far * 3, far * 0.26, turn)


def _spray(canvas: Canvas) -> None:
    rng = canvas.rng
    with canvas.ink(PAPER) as pen:
        for _ in range(520):
            angle, reach = rng.choice(LOBES)
            x, y = _thrown(angle + rng.gauss(0, 6), reach, rng.uniform(0.95, 1.08 + abs(rng.gauss(0, 0.13))))
            x, y = x + rng.gauss(10, 18), y + rng.gauss(0, 16)
            pen.disc(x, y, rng.choice([1.3, 1.6, 2, 2, 2.5, 3, 4, 6]))


def _near_waves(canvas: Canvas) -> None:
    """Two steep seas between us and the mole, with foam where they break."""
    first = path(
        "-40,830 60,770 150,690 190,704 260,800 400,850 560,872 700,850 800,800 850,812 940,880 "
        "1080,900 1220,870 1330,820 1370,832 1440,890 1540,905"
    )
    second = path(
        "-40,930 100,975 260,950 360,890 430,866 470,882 560,950 760,990 980,985 1120,940 1230,884 "
        "1280,878 1330,912 1420,960 1540,985"
    )
    for line, body, foam, lip in (
        (first, mix(SLATE, SEA, 0.45), MIST, 10),
        (second, mix(INK, SEA, 0.4), PAPER, 13),
    ):
        crest(canvas, line, body, foam=foam, lip=lip)
        streaks(canvas, [(x, y + 16) for x, y in line], FOAM, rows=4, gap=24)
        peaks = [point for point in smooth(line) if point[1] < min(y for _, y in line) + 46]
        with canvas.ink(foam) as pen:
            for x, y in peaks:
                pen.disc(x + canvas.rng.gauss(6, 8), y + canvas.rng.uniform(-3, 9), canvas.rng.uniform(3, 11))


def _thrown(angle: float, reach: float, share: float) -> Point:
    """Where water thrown at ``angle`` is after ``share`` of its way, with the wind from the left."""
    turn, gone = math.radians(angle), reach * share
    return 610 + gone * math.cos(turn) + 90 * share**2, 850 + gone * math.sin(turn) * (1.12 - 0.12 * share)
