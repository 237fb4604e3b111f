"""Quay cranes and the yard around them."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.palette import Colour
from broadsheet.demo.pictures.shapes import placed


def quay_crane(
    canvas: Canvas,
    x: float,
    ground: float,
    size: float,
    colour: Colour,
    *,
    raised: bool = False,
    flip: bool = False,
) -> None:
    """A ship-to-shore crane on its rails, boom to the right; 560 units high at size 1."""
    with canvas.ink(colour) as pen:

        def beam(*points: tuple[float, float], width: float) -> None:
            pen.line(placed(points, x, ground, size=size, flip=flip), width * size)

        for leg in (-70, 70):
            beam((leg, 0), (leg * 0.86, -330), width=15)
            beam((leg - 26, -4), (leg + 26, -4), width=12)
        beam((-66, -120), (66, -120), width=11)
        beam((-64, -236), (64, -236), width=9)
        beam((-64, -124), (60, -320), width=6)
        beam((-190, -330), (82, -330), width=20)
        beam((-30, -330), (14, -500), width=10)
        beam((58, -330), (14, -500), width=10)
        beam((14, -496), (-186, -336), width=4)
        tip = (250, -560) if raised else (420, -330)
        beam((72, -332), tip, width=15)
        beam((14, -498), tip, width=4)
        beam((14, -498), ((tip[0] + 72) / 2, (tip[1] - 332) / 2), width=4)
        pen.shape(
            placed([(-160, -320), (-160, -372), (-86, -372), (-86, -320)], x, ground, size=size, flip=flip)
        )
        if not raised:
            pen.shape(
                placed([(236, -322), (236, -296), (280, -296), (280, -322)], x, ground, size=size, flip=flip)
            )
            beam((246, -296), (246, -190), width=2.5)
            beam((270, -296), (270, -190), width=2.5)
            pen.shape(
                placed([(226, -190), (226, -166), (290, -166), (290, -190)], x, ground, size=size, flip=flip)
            )
