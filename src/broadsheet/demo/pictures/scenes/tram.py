"""The picture ``tram``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    AMBER,
    CREAM,
    FOAM,
    INK,
    MIST,
    NAVY,
    OXIDE,
    PAPER,
    Colour,
    darker,
    lighter,
)
from broadsheet.demo.pictures.shapes import Point, path, smooth
from broadsheet.demo.pictures.sky import gulls
from broadsheet.demo.pictures.water import ripples

Fill = Callable[[Sequence[Point]], None]


def paint(canvas: Canvas) -> None:
    """The tram climbing between stone houses, masts below."""
    canvas.sky((0, (94, 158, 186)), (0.4, (214, 226, 214)), (0.6, CREAM))
    with canvas.ink((70, 132, 146)) as pen:
        pen.box(500, 470, 500, 200)
    with canvas.ink((126, 150, 150)) as pen:
        pen.shape([*smooth([(480, 472), (640, 440), (820, 452), (1010, 468)]), (1010, 480), (480, 480)])
    ripples(canvas, 480, PAPER, count=60, opacity=0.7, bottom=640, left=520, right=980, size=0.5)
    with canvas.ink((60, 60, 72)) as pen:
        for x, top in ((560, 330), (612, 372), (660, 350), (880, 360), (930, 330)):
            pen.line([(x, top), (x, 560)], 5)
            pen.line([(x - 20, top + 50), (x + 20, top + 50)], 3)
            pen.line([(x, top), (x + 34, 540)], 1.6)
        for x in (540, 640, 860):
            pen.curve([(x - 30, 540), (x + 90, 540), (x + 70, 566), (x - 16, 566)])
    _street_sides(canvas)
    with canvas.ink((176, 164, 148)) as pen:
        pen.shape(path("540,590 950,590 1560,860 1560,1010 -60,1010 -60,860"))
    with canvas.ink((150, 138, 126), shade=Shade(INK, (0, 1), 0.2, 1.2, 0.45)) as pen:
        pen.shape([(560, 600), (930, 600), (1510, 1010), (-10, 1010)])
    with canvas.ink((110, 100, 96), opacity=0.6) as pen:
        for _ in range(150):
            y = canvas.rng.uniform(620, 995)
            reach = (y - 560) * 1.7
            pen.cut(745 + canvas.rng.uniform(-reach, reach), y, (y - 540) * 0.14, (y - 560) * 0.016)
    with canvas.ink(darker(MIST, 0.75)) as pen:
        for near, far in ((330, 690), (1020, 800)):
            pen.shape([(near, 1010), (near + 18, 1010), (far + 3, 600), (far, 600)])
        pen.line([(744, -10), (748, 240)], 4)
        pen.line([(-10, 150), (748, 100), (1510, 160)], 3)
    _tramcar(canvas)
    gulls(canvas, PAPER, (540, 90, 980, 260), 5, 0.45)


def _street_sides(canvas: Canvas) -> None:
    tones: list[Colour] = [(176, 168, 154), (150, 146, 140), (196, 184, 160), (132, 130, 130)]
    for side in (-1, 1):
        for step in range(5):
            near, far = 1 - step * 0.17, 1 - (step + 1) * 0.17
            outer, inner = 745 + side * 800 * near, 745 + side * 800 * far
            tone = tones[step % 4] if side < 0 else lighter(tones[(step + 2) % 4], 0.25)
            top, top2 = 560 - 660 * near, 560 - 660 * far
            foot, foot2 = 560 + 400 * near, 560 + 400 * far
            shade = Shade(INK, (1 if side < 0 else -1, 0.4), 0.3, 1.4, 0.6 if side < 0 else 0.3)
            with canvas.ink(tone, shade=shade) as pen:
                pen.shape([(outer, top), (inner, top2 + 30 * far), (inner, foot2), (outer, foot)])
            with canvas.ink(NAVY if side < 0 else (94, 120, 132)) as pen:
                for row in range(4):
                    for column in (0.18, 0.58):
                        _slanted_pane(pen.shape, outer, inner, near, far, row, column)


def _slanted_pane(
    shape: Fill, outer: float, inner: float, near: float, far: float, row: int, column: float
) -> None:
    corners: list[Point] = []
    for share, level in ((column, 0.0), (column + 0.24, 0.0), (column + 0.24, 1.0), (column, 1.0)):
        depth = near + (far - near) * share
        x = outer + (inner - outer) * share
        high = -480 + row * 220 + level * 118
        corners.append((x, 560 + high * depth))
    shape(corners)


def _tramcar(canvas: Canvas) -> None:
    with canvas.ink(INK, opacity=0.45) as pen:
        pen.curve(path("410,936 560,916 940,916 1000,940 900,962 500,962"))
    with canvas.ink(OXIDE, shade=Shade(INK, (-1, 0.5), 0.2, 1.2, 0.6)) as pen:
        pen.curve(path("470,700 480,670 884,670 894,700 898,900 880,925 486,925 466,900"))
    with canvas.ink(CREAM, shade=Shade(OXIDE, (-1, 0.3), 0.4, 1.3, 0.4)) as pen:
        pen.curve(path("474,420 500,372 866,372 890,420 894,716 470,716"))
    with canvas.ink(OXIDE) as pen:
        pen.curve(path("490,386 530,352 836,352 876,386 800,376 560,376"))
        pen.box(602, 396, 160, 44)
    with canvas.ink(NAVY, shade=Shade(FOAM, (0.8, -1), 0.5, 1.2, 0.5)) as pen:
        pen.curve([(504, 462), (596, 458), (596, 624), (504, 624)])
        pen.curve([(612, 456), (752, 456), (752, 636), (612, 636)])
        pen.curve([(768, 458), (860, 462), (860, 624), (768, 624)])
    with canvas.ink(PAPER) as pen:
        pen.box(614, 404, 136, 28)
        pen.disc(682, 790, 36)
        pen.box(470, 712, 424, 10)
    with canvas.ink(AMBER) as pen:
        pen.disc(682, 790, 25)
    with canvas.ink(INK) as pen:
        pen.box(500, 904, 364, 40)
        pen.line([(682, 354), (640, 262), (720, 200)], 6)
        pen.line([(660, 200), (780, 200)], 6)
        pen.curve(path("640,560 660,520 700,520 722,560 726,634 636,634"))
        pen.disc(680, 502, 24)
