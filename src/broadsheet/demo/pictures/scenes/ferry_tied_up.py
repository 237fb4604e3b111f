"""The picture ``ferry-tied-up``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    INK,
    MIST,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    SEA,
)
from broadsheet.demo.pictures.people import Pose, person, someone
from broadsheet.demo.pictures.shapes import path, placed, smooth
from broadsheet.demo.pictures.ships import ferry
from broadsheet.demo.pictures.sky import rain
from broadsheet.demo.pictures.water import mirrored, ripples, sea


def paint(canvas: Canvas) -> None:
    """The ferry at her berth, and people who want her to sail."""
    canvas.sky((0, (112, 128, 138)), (0.6, MIST), (0.7, (206, 208, 198)))
    canvas.billow((94, 110, 122), cell=260, strength=0.5, stretch=3, between=(-300, 460))
    sea(canvas, 560, (74, 96, 104), (158, 174, 174))
    ripples(canvas, 570, PAPER, count=90, opacity=0.35)
    ferry(canvas, 90, 690, 1.95, hull=(46, 84, 74), lit=(70, 88, 98))
    mirrored(canvas, 130, 1180, 700, 800, (40, 66, 66), opacity=0.5)
    with canvas.ink((92, 104, 108), shade=Shade(INK, (0, 1), 0.2, 1.2, 0.5)) as pen:
        pen.shape([(-10, 800), (1510, 770), (1510, 1010), (-10, 1010)])
    with canvas.ink(PAPER, opacity=0.28) as pen:
        for _ in range(60):
            pen.cut(canvas.rng.uniform(0, 1500), canvas.rng.uniform(830, 990), canvas.rng.uniform(60, 220), 5)
    with canvas.ink((60, 72, 78), shade=Shade(PAPER, (1, -1), 0.6, 1.4, 0.3)) as pen:
        pen.shape([(1180, 800), (1196, 430), (1300, 420), (1312, 800)])
    with canvas.ink(INK) as pen:
        for x in (1140, 1370):
            pen.box(x, 690, 16, 100)
        pen.line(smooth(path("1148,704 1200,738 1260,748 1320,738 1378,704")), 7)
    _protest(canvas)
    rain(canvas, PAPER, count=240, lean=12, opacity=0.35)


def _protest(canvas: Canvas) -> None:
    rng = canvas.rng
    spots = path("330,900 480,915 600,895 740,925 880,900 1000,920")
    brollies = [OXIDE, NAVY, None, OCHRE, None, SEA]
    for (x, y), cover in zip(spots, brollies, strict=True):
        if cover is None:
            with canvas.ink(INK) as pen:
                pen.line([(x + 40, y - 150), (x + 52, y - 430)], 8)
            with canvas.ink(AMBER, shade=Shade(OCHRE, (1, 1), 0.5, 1.4, 0.5)) as pen:
                pen.shape(placed(path("-44,-490 140,-500 144,-376 -40,-366"), x, y))
            with canvas.ink(INK) as pen:
                for row, width in ((0, 130), (1, 96), (2, 112)):
                    pen.box(x - 18, y - 468 + row * 30, width, 13)
        hold = Pose(hands=((-0.12, -0.5), (0.12, -0.66)), elbows=-1)
        person(
            canvas,
            x,
            y + rng.uniform(0, 30),
            290,
            someone(canvas, hem=0.14, back=True),
            hold,
            flip=rng.random() < 0.5,
        )
        if cover:
            _umbrella(canvas, x + 10, y - 300, 112, cover)


def _umbrella(canvas: Canvas, x: float, y: float, radius: float, colour: tuple[int, int, int]) -> None:
    with canvas.ink(INK) as pen:
        pen.line([(x, y - 60), (x, y + 130)], 5)
    with canvas.ink(colour, shade=Shade(INK, (1, 0.6), 0.3, 1.3, 0.6)) as pen:
        pen.disc(x, y + 26, radius, radius * 0.86)
        pen.box(x - radius, y + 20, radius * 2, radius, gap=True)
        for step in range(-2, 3):
            pen.disc(x + step * radius * 0.4, y + 24, radius * 0.2, 13, gap=True)
