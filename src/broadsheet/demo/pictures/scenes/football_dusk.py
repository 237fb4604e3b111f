"""The picture ``football-dusk``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.cranes import quay_crane
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    INK,
    MIST,
    NAVY,
    OCHRE,
    PAPER,
    Colour,
)
from broadsheet.demo.pictures.people import COATS, HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import oval, path
from broadsheet.demo.pictures.sky import bands

RED: Colour = (150, 34, 40)
KICK = Pose(hands=((-0.26, -0.74), (0.24, -0.62)), feet=((-0.08, 0.0), (0.28, -0.16)), lean=-10)
RUN = Pose(hands=((-0.18, -0.6), (0.2, -0.66)), feet=((-0.24, -0.12), (0.14, 0.0)), lean=12)
JUMP = Pose(hands=((-0.24, -0.92), (0.22, -0.98)), feet=((-0.12, -0.06), (0.06, 0.02)), lean=-4)
WAIT = Pose(hands=((-0.16, -0.52), (0.16, -0.54)), feet=((-0.09, 0.0), (0.1, 0.0)))


def paint(canvas: Canvas) -> None:
    """A corner under the lights, cranes behind the far end."""
    canvas.sky((0, (36, 40, 84)), (0.2, (104, 62, 100)), (0.36, (214, 108, 88)), (0.46, (248, 180, 110)))
    bands(canvas, (88, 52, 88), top=30, bottom=380, count=8, thickness=20)
    for x, raised in ((760, False), (980, True), (1200, False)):
        quay_crane(canvas, x, 470, 0.56, (58, 40, 74), raised=raised)
    with canvas.ink((44, 34, 64)) as pen:
        pen.shape(path("430,470 430,440 560,440 560,424 700,424 700,452 1510,448 1510,480 430,480"))
    _stand(canvas)
    with canvas.ink((62, 108, 66)) as pen:
        pen.box(-10, 476, 1520, 540)
    with canvas.ink((80, 130, 76)) as pen:
        for index in range(-2, 8):
            near, far = index * 300 - 60, 600 + (index * 300 - 660) * 0.5
            pen.shape([(far, 476), (far + 75, 476), (near + 150, 1010), (near, 1010)])
    canvas.fade(INK, 700, 1010, strength=0.45)
    canvas.glow(330, 640, 620, (236, 232, 160), 0.35)
    with canvas.ink(PAPER, opacity=0.9) as pen:
        pen.line([(-10, 560), (1510, 520)], 5)
        pen.line([(1290, 528), (1520, 860)], 6)
        pen.line(oval(1300, 530, 110, 30, start=60, end=176), 4)
    _goal(canvas)
    _players(canvas)


def _players(canvas: Canvas) -> None:
    home, away = (
        Look(RED, SKINS[0], HAIRS[0], legs=PAPER, socks=RED),
        Look(PAPER, SKINS[2], HAIRS[1], legs=NAVY, socks=PAPER),
    )
    for x, y, size, look, pose, flip in (
        (430, 690, 178, home, WAIT, False),
        (540, 720, 186, away, WAIT, True),
        (640, 680, 176, Look(RED, SKINS[3], HAIRS[1], legs=PAPER, socks=RED), JUMP, False),
        (730, 740, 190, Look(PAPER, SKINS[1], HAIRS[4], legs=NAVY, socks=PAPER), RUN, False),
        (260, 660, 168, Look(OCHRE, SKINS[1], HAIRS[1], legs=INK), JUMP, False),
        (860, 800, 210, home, RUN, True),
    ):
        with canvas.ink((20, 44, 40), opacity=0.5) as pen:
            pen.cut(x + 40, y + 4, 150, 12, 3)
        person(canvas, x, y, size, look, pose, flip=flip)
    with canvas.ink((20, 44, 40), opacity=0.5) as pen:
        pen.cut(1240, 954, 300, 22, 3)
    person(canvas, 1180, 950, 400, Look(RED, SKINS[4], HAIRS[2], legs=PAPER, socks=RED), KICK, flip=True)
    with canvas.ink(PAPER, shade=Shade(INK, (0.6, 1), 0.4, 1.2, 0.6)) as pen:
        pen.disc(980, 760, 21)
    with canvas.ink(INK) as pen:
        pen.line([(1372, 960), (1362, 690)], 8)
    with canvas.ink(AMBER) as pen:
        pen.shape([(1362, 690), (1364, 752), (1440, 716)])


def _stand(canvas: Canvas) -> None:
    with canvas.ink((34, 34, 62)) as pen:
        pen.shape([(-10, 210), (470, 300), (470, 330), (-10, 260)])
        pen.shape([(-10, 260), (440, 330), (440, 500), (-10, 540)])
        for x, y in ((420, 320), (210, 286), (20, 250)):
            pen.box(x, y, 9, 220)
    _crowd(canvas)
    for x, y in ((96, 76), (520, 130)):
        canvas.glow(x, y, 260, (255, 240, 200), 0.85)
        with canvas.ink(INK) as pen:
            pen.box(x - 4, y, 8, 420)
            pen.box(x - 54, y - 34, 108, 58)
        with canvas.ink((255, 248, 222)) as pen:
            for row in range(2):
                for column in range(4):
                    pen.disc(x - 40 + column * 27, y - 20 + row * 28, 10)


def _crowd(canvas: Canvas) -> None:
    rng = canvas.rng
    for colour in (*COATS, CREAM, AMBER):
        with canvas.ink(colour) as pen:
            for _ in range(38):
                x = rng.uniform(0, 420)
                y = rng.uniform(310 + x * 0.07, 500 - x * 0.06)
                pen.disc(x, y, 7)
                pen.box(x - 8, y + 6, 16, 14)


def _goal(canvas: Canvas) -> None:
    with canvas.ink(MIST, opacity=0.5) as pen:
        for step in range(13):
            pen.line([(150 + step * 17, 522), (166 + step * 17, 640)], 1.6)
        for step in range(7):
            pen.line([(150, 530 + step * 17), (360, 524 + step * 17)], 1.6)
    with canvas.ink(PAPER) as pen:
        pen.line([(150, 660), (150, 520), (366, 512), (366, 640)], 8)
