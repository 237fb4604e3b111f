"""The picture ``rock-barge``."""

from __future__ import annotations

from broadsheet.demo.pictures.buildings import boulders
from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    INK,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    ROSE,
    mix,
)
from broadsheet.demo.pictures.people import Look, Pose, person
from broadsheet.demo.pictures.sky import bands, gulls, hills, sun
from broadsheet.demo.pictures.water import mirrored, ripples, sea


def paint(canvas: Canvas) -> None:
    """Stone going back into the gap at dawn."""
    canvas.sky((0, (150, 166, 188)), (0.3, (226, 190, 180)), (0.52, (248, 216, 190)))
    sun(canvas, 330, 480, 62, (255, 240, 214), (250, 196, 160))
    bands(canvas, (206, 150, 152), top=120, bottom=480, count=7, thickness=20, opacity=0.7)
    hills(canvas, 560, (140, 140, 164), (196, 176, 186), rows=2, height=44)
    sea(canvas, 558, (98, 118, 142), (244, 204, 184))
    ripples(canvas, 566, (150, 146, 168), count=160, opacity=0.5)
    ripples(canvas, 566, (255, 232, 206), count=90, opacity=0.6, right=800)
    stone, shadow = (168, 162, 166), (52, 62, 84)
    rng = canvas.rng
    wall = [
        (x, 620 - 26 * row + rng.uniform(-5, 5), 27)
        for row in range(4)
        for x in range(1030 + row * 26, 1560, 40)
    ]
    boulders(canvas, sorted(wall, key=lambda s: -s[1]), stone, shadow)
    left_end = [(x, 606 - 20 * row, 18) for row in range(3) for x in range(-20, 230 - row * 20, 30)]
    boulders(canvas, left_end, mix(stone, ROSE, 0.3), mix(shadow, ROSE, 0.3))
    with canvas.ink((196, 188, 186)) as pen:
        pen.shape([(1120, 520), (1540, 512), (1540, 536), (1110, 540)])
    with canvas.ink((88, 40, 44), shade=Shade(INK, (0, 1), 0.2, 1.1, 0.75)) as pen:
        pen.shape([(170, 716), (1000, 716), (970, 804), (204, 804)])
    with canvas.ink(OCHRE) as pen:
        pen.box(168, 712, 834, 12)
    heap = [
        (330 + column * 62 + row * 33, 688 - row * 46, 40)
        for row in range(3)
        for column in range(7 - row * 2)
    ]
    boulders(canvas, heap, stone, shadow)
    mirrored(canvas, 190, 980, 808, 960, (60, 52, 70), opacity=0.55)
    _barge_crane(canvas)
    orange = Look((240, 110, 40), hat=PAPER, legs=NAVY)
    person(canvas, 905, 714, 104, orange, Pose(hands=((-0.1, -0.5), (0.3, -0.92))))
    person(canvas, 1180, 520, 92, orange, Pose(hands=((-0.3, -0.9), (0.26, -0.8))), flip=True)
    gulls(canvas, PAPER, (420, 100, 900, 330), 7, 0.5)


def _barge_crane(canvas: Canvas) -> None:
    with canvas.ink(INK) as pen:
        for start, end in (((250, 700), (1036, 190)), ((276, 712), (1050, 196))):
            pen.line([start, end], 8)
        for step in range(17):
            a, b = step / 17, (step + 1) / 17
            pen.line([(250 + 786 * a, 700 - 510 * a), (276 + 774 * b, 712 - 516 * b)], 4)
        pen.line([(230, 560), (1040, 194)], 3)
        pen.line([(1044, 196), (1044, 420)], 4)
        pen.shape([(196, 716), (210, 600), (320, 600), (330, 716)])
        pen.line([(230, 604), (230, 548)], 8)
    with canvas.ink(OCHRE, shade=Shade(OXIDE, (-1, 0.6), 0.3, 1.2, 0.5)) as pen:
        pen.shape([(206, 690), (216, 612), (312, 612), (320, 690)])
    with canvas.ink(NAVY) as pen:
        pen.box(258, 624, 44, 36)
    with canvas.ink(INK) as pen:
        pen.line([(1044, 416), (1006, 460)], 4)
        pen.line([(1044, 416), (1082, 460)], 4)
    boulders(canvas, [(1044, 478, 50)], (186, 176, 176), (52, 62, 84))
