"""The picture ``tonnage-chart``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import (
    BLUE,
    INK,
    NAVY,
    OCHRE,
    PAPER,
    SEA,
)
from broadsheet.demo.pictures.shapes import Point, oval, path, placed, smooth
from broadsheet.demo.pictures.ships import container_ship

Fill = Callable[[Sequence[Point]], None]


def paint(canvas: Canvas) -> None:
    """Five quays, last year and this."""
    canvas.sky((0, PAPER), (1, (241, 230, 206)))
    left = 300
    with canvas.ink(INK, opacity=0.16) as pen:
        for step in range(1, 6):
            pen.box(left + step * 210, 250, 3, 660)
    with canvas.ink(INK) as pen:
        pen.box(90, 82, 1320, 7)
        pen.box(left - 4, 250, 6, 660)
    rows = ((640, 1060), (720, 610), (470, 560), (380, 300), (180, 260))
    for index, (before, now) in enumerate(rows):
        y = 286 + index * 124
        with canvas.ink(OCHRE, shade=Shade((150, 84, 30), (1, 0.2), 0.4, 1.2, 0.5)) as pen:
            pen.box(left, y, before, 38)
        with canvas.ink(NAVY, shade=Shade(SEA, (1, -0.2), 0.3, 1.2, 0.8)) as pen:
            pen.box(left, y + 40, now, 46)
        with canvas.ink(INK) as pen:
            pen.box(left - 16, y + 38, 14, 4)
            _quay_sign(pen.shape, 190, y + 66, index)
    container_ship(canvas, 936, 276, 0.5)
    with canvas.ink(BLUE) as pen:
        for step in range(9):
            pen.cut(930 + step * 66, 284 + (step % 2) * 8, 74, 7)
    for x, colour in ((96, OCHRE), (330, NAVY)):
        with canvas.ink(colour) as pen:
            pen.box(x, 128, 44, 34)
        with canvas.ink(INK, opacity=0.75) as pen:
            pen.box(x + 60, 134, 120, 9)
            pen.box(x + 60, 152, 76, 9)


def _quay_sign(shape: Fill, x: float, y: float, index: int) -> None:
    """A small mark for each quay: crane, barrel, fish, log, sail."""
    if index == 0:
        for points in (
            [(-6, 30), (-6, -40), (4, -40), (4, 30)],
            [(-50, -40), (60, -40), (60, -30), (-50, -30)],
            [(-22, 30), (22, 30), (22, 22), (-22, 22)],
            [(44, -32), (48, -32), (48, 4), (44, 4)],
        ):
            shape(placed(points, x, y - 20))
    elif index == 1:
        shape(
            smooth(placed(path("-26,-34 0,-40 26,-34 34,0 26,34 0,40 -26,34 -34,0"), x, y - 20), closed=True)
        )
    elif index == 2:
        shape(smooth(placed(path("-46,0 -16,-20 24,-18 50,0 24,18 -16,20"), x, y - 20), closed=True))
        shape(placed([(-38, 0), (-68, -22), (-60, 0), (-68, 22)], x, y - 20))
    elif index == 3:
        for row, count in enumerate((3, 2, 1)):
            for column in range(count):
                shape(oval(x - 34 + column * 34 + row * 17, y + 4 - row * 29, 16, 16))
    else:
        shape(placed([(0, -48), (0, 18), (40, 18)], x, y - 20))
        shape(placed([(-6, -36), (-6, 18), (-34, 18)], x, y - 20))
        shape(placed([(-46, 24), (46, 24), (30, 40), (-30, 40)], x, y - 20))
