"""The picture ``rowing-eights``."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    CREAM,
    DEEP,
    FOAM,
    INK,
    JADE,
    NAVY,
    OXIDE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS
from broadsheet.demo.pictures.shapes import Point, path, placed, smooth

Place = Callable[..., list[Point]]
TURN = -24.0


def paint(canvas: Canvas) -> None:
    """Two eights a hand's width apart, seen from above."""
    canvas.sky((0, (46, 128, 128)), (0.5, (20, 92, 104)), (1, (10, 56, 76)))
    canvas.glow(1250, 60, 800, (240, 200, 120), 0.5)
    rng = canvas.rng
    for colour, count, opacity in ((JADE, 130, 0.45), (DEEP, 150, 0.6), ((250, 220, 160), 60, 0.5)):
        with canvas.ink(colour, opacity=opacity) as pen:
            for _ in range(count):
                pen.cut(
                    rng.uniform(-50, 1550),
                    rng.uniform(-40, 1040),
                    rng.uniform(50, 210),
                    rng.uniform(4, 11),
                    TURN + rng.uniform(-7, 7),
                )
    _eight(canvas, 715, 690, OXIDE, CREAM)
    _eight(canvas, 790, 310, NAVY, AMBER)


def _eight(canvas: Canvas, x: float, y: float, vest: Colour, blade: Colour) -> None:
    """One boat about ``x, y``, bow up and to the right; the crew sits with its back to the bow."""

    def at(*points: Point) -> list[Point]:
        return placed(points, x, y, angle=TURN)

    rng = canvas.rng
    seats = [-330 + index * 84 for index in range(8)]
    with canvas.ink((6, 44, 58), opacity=0.55, blur=5) as pen:
        pen.shape(placed(path("-640,0 -200,26 300,24 690,0 300,-16 -200,-18"), x + 18, y + 42, angle=TURN))
    with canvas.ink(PAPER, opacity=0.8) as pen:
        for side in (-1, 1):
            for step in range(12):
                pen.cut(*at((560 - step * 110, side * (22 + step * 9)))[0], 120, 7, TURN + side * 5)
    for index, seat in enumerate(seats):
        side = -1 if index % 2 else 1
        with canvas.ink(PAPER, opacity=0.95) as pen:
            cx, cy = at((seat - 92, side * 208))[0]
            for _ in range(11):
                pen.disc(cx + rng.gauss(0, 22), cy + rng.gauss(0, 13), rng.uniform(2, 11), rng.uniform(2, 7))
        with canvas.ink(FOAM, opacity=0.75) as pen:
            for puddle in (90, 180):
                pen.cut(*at((seat - 92 - puddle, side * 212))[0], 60, 17, TURN)
        with canvas.ink(CREAM) as pen:
            pen.line(at((seat + 6, side * 14), (seat - 78, side * 184)), 6)
        with canvas.ink(blade) as pen:
            pen.shape(
                at(
                    (seat - 70, side * 176),
                    (seat - 86, side * 172),
                    (seat - 106, side * 222),
                    (seat - 84, side * 226),
                )
            )
    with canvas.ink((236, 214, 170), shade=Shade(BARK, (0.3, 1), 0.3, 1.1, 0.6)) as pen:
        pen.shape(at(*smooth(path("-620,0 -420,20 0,27 420,20 690,0 420,-20 0,-27 -420,-20"), closed=True)))
    with canvas.ink((110, 70, 46)) as pen:
        pen.shape(at(*smooth(path("-470,0 -360,14 0,18 330,14 400,0 330,-14 0,-18 -360,-14"), closed=True)))
    _crew(canvas, at, seats, vest)


def _crew(canvas: Canvas, at: Place, seats: list[int], vest: Colour) -> None:
    rng = canvas.rng
    for seat in seats:
        skin, hair = rng.choice(SKINS), rng.choice(HAIRS)
        with canvas.ink(skin) as pen:
            for side in (-1, 1):
                pen.line(
                    at((seat + 20, side * 22), (seat - 18, side * 20), (seat - 34, side * 8)), 13, caps=True
                )
                pen.line(at((seat + 4, side * 8), (seat - 48, side * 11)), 12, caps=True)
        with canvas.ink(vest, shade=Shade(INK, (-0.5, 1), 0.4, 1.2, 0.5)) as pen:
            pen.curve(
                at(
                    (seat + 34, 0),
                    (seat + 28, 24),
                    (seat + 4, 19),
                    (seat - 2, 0),
                    (seat + 4, -19),
                    (seat + 28, -24),
                )
            )
        with canvas.ink(hair) as pen:
            pen.disc(*at((seat + 8, 0))[0], 15)
        with canvas.ink(skin) as pen:
            pen.disc(*at((seat - 1, 0))[0], 9)
    with canvas.ink(vest) as pen:
        pen.disc(*at((-428, 0))[0], 20)
    with canvas.ink(PAPER) as pen:
        pen.disc(*at((-424, 0))[0], 13)
