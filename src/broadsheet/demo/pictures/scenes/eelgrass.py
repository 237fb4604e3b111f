"""The picture ``eelgrass``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.fish import FISH
from broadsheet.demo.pictures.interiors import beam
from broadsheet.demo.pictures.palette import (
    BARK,
    DEEP,
    INK,
    Colour,
)
from broadsheet.demo.pictures.shapes import Point, path, placed, smooth


def paint(canvas: Canvas) -> None:
    """The meadow under the ferry route."""
    canvas.sky((0, (190, 226, 180)), (0.12, (96, 182, 158)), (0.5, (24, 110, 122)), (1, (8, 52, 82)))
    canvas.glow(560, -40, 820, (244, 246, 200), 0.7)
    _sunlight(canvas)
    with canvas.ink((190, 196, 150), shade=Shade(DEEP, (0, 1), 0.1, 1.0, 0.7)) as pen:
        pen.shape([*smooth(path("-40,880 300,858 700,884 1100,852 1560,876")), (1560, 1010), (-40, 1010)])
    for depth, (colour, edge, count, tall) in enumerate(
        (
            ((38, 122, 116), (70, 150, 132), 70, 380),
            ((30, 128, 84), (112, 180, 110), 64, 500),
            ((16, 84, 66), (70, 150, 84), 46, 640),
        )
    ):
        _blades(canvas, colour, edge, count, tall, 890 + depth * 60)
        if depth < 2:
            _shoal(canvas, depth)
    _pipefish(canvas)
    _bubbles(canvas)


def _sunlight(canvas: Canvas) -> None:
    for left, width, reach, spread in (
        (180, 70, -240, 130),
        (400, 110, -60, 210),
        (600, 60, 90, 170),
        (760, 100, 330, 230),
        (980, 50, 520, 160),
    ):
        beam(
            canvas,
            [(left, -10), (left + width, -10), (left + width + reach + spread, 1010), (left + reach, 1010)],
            (226, 246, 206),
            opacity=0.2,
            blur=10,
        )
    with canvas.ink((226, 246, 220), opacity=0.75) as pen:
        for _ in range(46):
            pen.cut(
                canvas.rng.uniform(0, 1500),
                canvas.rng.uniform(4, 60),
                canvas.rng.uniform(60, 240),
                canvas.rng.uniform(3, 9),
            )


def _bubbles(canvas: Canvas) -> None:
    with canvas.ink((230, 246, 226), opacity=0.8) as pen:
        for x, y, radius in (
            (1060, 300, 9),
            (1084, 250, 6),
            (1050, 220, 12),
            (1076, 150, 7),
            (310, 420, 7),
            (328, 370, 10),
        ):
            pen.disc(x, y, radius)
            pen.disc(x, y, radius * 0.66, gap=True)


def _blades(canvas: Canvas, colour: Colour, edge: Colour, count: int, tall: float, foot: float) -> None:
    rng = canvas.rng
    leaves = []
    for index in range(count):
        x = -200 + 1700 * (index + rng.random()) / count
        height = tall * rng.uniform(0.5, 1.05) * (0.55 + 0.5 * abs(math.sin(x / 330 + tall)))
        leaves.append(
            (
                x,
                foot + rng.uniform(0, 60),
                height,
                height * rng.uniform(0.22, 0.5),
                rng.uniform(9, 16) * tall / 480,
            )
        )
    for paint, share, shift in ((colour, 1.0, 0.0), (edge, 0.3, 0.34)):
        with canvas.ink(paint) as pen:
            for x, y, height, lean, width in leaves:
                spine = smooth(
                    [
                        (x, y),
                        (x + lean * 0.12, y - height * 0.4),
                        (x + lean * 0.45, y - height * 0.75),
                        (x + lean, y - height),
                    ],
                    steps=7,
                )
                left = [
                    (u - width * (shift - 0.5) * -1 - width * share / 2 * (1 - i / len(spine)) ** 0.5, v)
                    for i, (u, v) in enumerate(spine)
                ]
                right = [
                    (u + width * share * (1 - i / len(spine)) ** 0.5, v) for i, (u, v) in enumerate(left)
                ]
                pen.shape([*left, *reversed(right)])


def _shoal(canvas: Canvas, depth: int) -> None:
    rng = canvas.rng
    spots = [
        (rng.gauss(930 - depth * 430, 170), rng.gauss(400 + depth * 130, 70), rng.uniform(0.5, 0.95))
        for _ in range(16)
    ]
    for colour, part in (((206, 226, 220), "body"), ((96, 142, 150), "back"), (INK, "eye")):
        with canvas.ink(colour) as pen:
            for x, y, size in spots:
                if part == "body":
                    pen.shape(placed([*FISH], x, y, size=size, angle=-7))
                    pen.shape(placed([(-44, 0), (-68, -16), (-62, 0), (-68, 16)], x, y, size=size, angle=-7))
                elif part == "back":
                    pen.shape(placed(path("-46,-2 -18,-15 20,-15 46,-3 0,-5"), x, y, size=size, angle=-7))
                else:
                    pen.disc(*placed([(33, -2)], x, y, size=size, angle=-7)[0], 3.6 * size)


def _pipefish(canvas: Canvas) -> None:
    spine: list[Point] = smooth(path("1130,720 1150,640 1190,560 1210,480 1240,420 1300,396"))
    with canvas.ink((226, 186, 92), shade=Shade(BARK, (1, 0.3), 0.3, 1.2, 0.6)) as pen:
        left = [
            (x - 13 * math.sin(math.pi * min(1, 0.15 + i / len(spine)) * 0.9), y)
            for i, (x, y) in enumerate(spine)
        ]
        right = [
            (x + 13 * math.sin(math.pi * min(1, 0.15 + i / len(spine)) * 0.9), y + 4)
            for i, (x, y) in enumerate(spine)
        ]
        pen.shape([*left, *reversed(right)])
        pen.line(spine[-9:], 13, caps=True)
    with canvas.ink((122, 84, 40)) as pen:
        for x, y in spine[4:-10:3]:
            pen.line([(x - 9, y - 2), (x + 9, y + 3)], 3)
        pen.disc(1250, 412, 5)
