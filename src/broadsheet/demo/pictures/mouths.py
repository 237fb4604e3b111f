"""Four mouths: calm, half a smile, a smile and a laugh."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.palette import PAPER, Colour, darker
from broadsheet.demo.pictures.shapes import path, smooth


def _calm(canvas: Canvas, lips: Colour, shadow: Colour, *, lift: float = 6.0, tilt: float = 0.0) -> None:
    upper = smooth([(448, 568 - lift + tilt), (478, 560), (500, 564), (522, 560), (552, 568 - lift - tilt)])
    line = smooth([(446, 570 - lift + tilt), (500, 574), (554, 570 - lift - tilt)])
    lower = smooth([(458, 574), (500, 594), (542, 574 - tilt)])
    with canvas.ink(lips) as pen:
        pen.shape([*upper, *reversed(line)])
        pen.shape([*lower, *reversed(line)])
    with canvas.ink(darker(lips, 0.6)) as pen:
        pen.shape([*line, *[(x, y + 4.5) for x, y in reversed(line)]])


def _half_smile(canvas: Canvas, lips: Colour, shadow: Colour) -> None:
    _calm(canvas, lips, shadow, lift=12, tilt=7)
    with canvas.ink(shadow) as pen:
        pen.cut(568, 552, 34, 6, 70)


def _smile(canvas: Canvas, lips: Colour, shadow: Colour) -> None:
    _calm(canvas, lips, shadow, lift=15)
    with canvas.ink(shadow) as pen:
        for side in (-1, 1):
            pen.cut(500 + side * 66, 550, 34, 6, side * 66)


def _laugh(canvas: Canvas, lips: Colour, shadow: Colour) -> None:
    top = smooth(path("434,546 470,556 500,558 530,556 566,546"))
    low = smooth(path("434,546 456,588 500,606 544,588 566,546"))
    with canvas.ink(lips) as pen:
        pen.shape([*[(x, y - 6) for x, y in top], *[(x, y + 8) for x, y in reversed(low)]])
    with canvas.ink((84, 26, 32)) as pen:
        pen.shape([*top, *reversed(low)])
    teeth = smooth(path("446,556 466,574 500,580 534,574 554,556"))
    with canvas.ink(PAPER) as pen:
        pen.shape([*[(x, y) for x, y in top if 444 < x < 556], *reversed(teeth)])
    with canvas.ink(shadow) as pen:
        for side in (-1, 1):
            pen.cut(500 + side * 86, 540, 62, 7, side * 66)
            pen.cut(500 + side * 66, 458, 44, 6, side * 12)


MOUTHS: dict[str, Callable[[Canvas, Colour, Colour], None]] = {
    "calm": _calm,
    "half": _half_smile,
    "smile": _smile,
    "laugh": _laugh,
}
