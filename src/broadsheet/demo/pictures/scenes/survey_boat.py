"""The picture ``survey-boat``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    INK,
    NAVY,
    OXIDE,
    PAPER,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import path, smooth
from broadsheet.demo.pictures.sky import sun
from broadsheet.demo.pictures.water import ripples, sea


def paint(canvas: Canvas) -> None:
    """Counting eelgrass on a flat calm."""
    canvas.sky((0, (196, 208, 204)), (0.34, (240, 226, 204)), (0.44, (248, 232, 206)))
    sun(canvas, 1180, 250, 54, (255, 250, 232), (252, 230, 190))
    with canvas.ink((150, 166, 176)) as pen:
        pen.shape([*smooth(path("180,432 300,404 470,396 600,420 680,434")), (680, 436), (180, 436)])
        pen.shape([*smooth([(840, 434), (940, 416), (1040, 420), (1100, 434)]), (1100, 436), (840, 436)])
    sea(canvas, 433, (28, 96, 104), (232, 222, 202))
    ripples(canvas, 440, PAPER, count=70, opacity=0.5, bottom=800)
    with canvas.ink((188, 204, 170), opacity=0.55, blur=3) as pen:
        pen.shape([(880, 812), (1080, 802), (1150, 880), (930, 896)])
        pen.shape([(902, 826), (1066, 817), (1116, 868), (944, 880)], gap=True)
    with canvas.ink((16, 78, 72), opacity=0.6) as pen:
        for _ in range(44):
            pen.cut(
                canvas.rng.uniform(660, 1330),
                canvas.rng.uniform(850, 990),
                canvas.rng.uniform(50, 120),
                9,
                -72,
            )
    _crew(canvas)
    _boat(canvas)


def _crew(canvas: Canvas) -> None:
    look_a = Look((232, 150, 40), SKINS[2], HAIRS[1], legs=NAVY, hat=NAVY)
    look_b = Look(OXIDE, SKINS[0], HAIRS[4], legs=NAVY, long_hair=True)
    person(
        canvas,
        520,
        660,
        300,
        look_a,
        Pose(hands=((0.18, -0.32), (0.22, -0.36)), hip=(0, -0.24), feet=((0.2, 0.1), (0.26, 0.1))),
    )
    person(
        canvas,
        800,
        690,
        310,
        look_b,
        Pose(hands=((0.3, -0.5), (0.34, -0.6)), feet=((-0.08, 0), (0.08, 0)), lean=14),
    )
    with canvas.ink(CREAM) as pen:
        pen.line(smooth([(906, 500), (918, 600), (960, 740), (1000, 834)]), 5)


def _boat(canvas: Canvas) -> None:
    with canvas.ink((36, 82, 108), shade=Shade(INK, (0, 1), 0.2, 1.0, 0.7)) as pen:
        pen.curve(path("340,622 600,650 860,646 1030,598 960,700 900,730 440,730 366,700"))
    with canvas.ink(PAPER) as pen:
        pen.shape(
            [
                *smooth([(344, 622), (600, 652), (860, 648), (1026, 600)]),
                *smooth([(1020, 614), (860, 664), (600, 668), (348, 638)]),
            ]
        )
    with canvas.ink(INK) as pen:
        pen.curve([(322, 560), (372, 556), (380, 620), (326, 624)])
        pen.box(336, 620, 14, 120)
    with canvas.ink((24, 62, 80), opacity=0.55) as pen:
        for step in range(13):
            pen.cut(670 + canvas.rng.uniform(-10, 10), 738 + step * 13, 600 - step * 34, 12)
