"""The picture ``football-women``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    CREAM,
    HAZE,
    INK,
    MIST,
    OCHRE,
    OXIDE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.sky import rain

RED: Colour = (150, 34, 40)


def paint(canvas: Canvas) -> None:
    """The winner, in the rain."""
    canvas.sky((0, (16, 26, 48)), (0.4, (44, 66, 88)), (0.55, (90, 112, 118)))
    _floodlights(canvas)
    with canvas.ink((18, 30, 46)) as pen:
        pen.shape([(-10, 430), (1510, 430), (1510, 580), (-10, 580)])
    for colour in (OXIDE, OCHRE, HAZE, CREAM, (86, 60, 84)):
        with canvas.ink(colour, opacity=0.6) as pen:
            for _ in range(60):
                pen.disc(canvas.rng.uniform(0, 1500), canvas.rng.uniform(446, 550), 9)
    _mud(canvas)
    _celebrate(canvas)
    rain(canvas, PAPER, count=330, lean=16, opacity=0.38)


def _floodlights(canvas: Canvas) -> None:
    for x, y in ((190, 150), (1310, 130)):
        for radius, strength in ((430, 0.5), (220, 0.75), (110, 0.9)):
            canvas.glow(x, y, radius, (236, 240, 214), strength)
        with canvas.ink(INK) as pen:
            pen.box(x - 7, y + 30, 14, 430)
            pen.box(x - 74, y - 40, 148, 82)
        with canvas.ink((255, 252, 234)) as pen:
            for row in range(2):
                for column in range(4):
                    pen.disc(x - 54 + column * 36, y - 20 + row * 40, 14)


def _mud(canvas: Canvas) -> None:
    with canvas.ink((58, 82, 56), shade=Shade((52, 40, 34), (0, 1), 0.1, 1.1, 0.8)) as pen:
        pen.box(-10, 570, 1520, 450)
    with canvas.ink((84, 62, 48), opacity=0.85) as pen:
        for _ in range(90):
            y = canvas.rng.uniform(640, 1000)
            pen.cut(canvas.rng.uniform(0, 1500), y, canvas.rng.uniform(80, 300), (y - 560) * 0.05)
    with canvas.ink(MIST, opacity=0.5) as pen:
        for _ in range(40):
            y = canvas.rng.uniform(700, 1000)
            pen.cut(canvas.rng.uniform(0, 1500), y, canvas.rng.uniform(60, 200), 5)


def _celebrate(canvas: Canvas) -> None:
    stride = ((-0.26, -0.14), (0.12, 0.0))
    left = Pose(hands=((0.3, -0.86), (0.36, -0.72)), feet=stride, lean=14)
    right = Pose(hands=((0.24, -0.96), (0.34, -0.78)), feet=stride, lean=16)
    scorer = Pose(hands=((-0.32, -1.0), (0.34, -0.98)), feet=((-0.14, 0.0), (0.16, 0.0)))
    team: list[tuple[float, float, float, int, int, Pose, bool]] = [
        (330, 800, 400, 0, 4, left, False),
        (1170, 800, 400, 3, 1, left, True),
        (750, 850, 470, 2, 1, scorer, False),
        (540, 920, 480, 4, 2, right, False),
        (985, 930, 490, 1, 0, right, True),
    ]
    for x, y, size, skin, hair, pose, flip in team:
        with canvas.ink((20, 24, 28), opacity=0.55) as pen:
            pen.cut(x, y + 6, 260, 24)
        look = Look(RED, SKINS[skin], HAIRS[hair], legs=PAPER, socks=RED, long_hair=True)
        person(canvas, x, y, size, look, pose, flip=flip)
        _open_mouth(canvas, x, y, size, pose, flip)


def _open_mouth(canvas: Canvas, x: float, y: float, size: float, pose: Pose, flip: bool) -> None:
    side = -1 if flip else 1
    lean = pose.lean * 0.0075
    with canvas.ink((70, 20, 26)) as pen:
        pen.disc(x + side * (0.02 + lean) * size, y - 0.886 * size + abs(lean) * 0.12 * size, 0.014 * size)
