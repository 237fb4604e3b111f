"""What a portrait has besides its face: ground, shoulders, clothes, hair, glasses."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.faces import Face
from broadsheet.demo.pictures.palette import INK, PAPER, Colour, darker, lighter
from broadsheet.demo.pictures.shapes import Point, oval, path, smooth


def ground(canvas: Canvas, colour: Colour) -> None:
    """A flat ground with a darker round behind the head."""
    canvas.sky((0, lighter(colour, 0.12)), (1, colour))
    with canvas.ink(darker(colour, 0.1), shade=Shade(darker(colour, 0.35), (1, 1), 0.3, 1.4, 0.35)) as pen:
        pen.disc(540, 520, 430)


def shoulders(
    canvas: Canvas, colour: Colour, *, width: float = 360, top: float = 720, shade: Colour = INK
) -> None:
    """The body below the neck, in one colour."""
    with canvas.ink(colour, shade=Shade(shade, (1, 0.5), 0.3, 1.3, 0.6)) as pen:
        pen.shape(_shoulder_line(width, top))


def _shoulder_line(width: float, top: float) -> list[Point]:
    half: list[Point] = [
        (60, top - 30),
        (140, top + 12),
        (width * 0.72, top + 60),
        (width * 0.95, top + 150),
        (width, 1010),
    ]
    return [*smooth([(500 - x, y) for x, y in reversed(half)]), *smooth([(500 + x, y) for x, y in half])]


def neck(canvas: Canvas, face: Face, *, width: float = 72, open_to: float = 800) -> None:
    """The neck, with the shadow of the chin on it."""
    with canvas.ink(face.skin) as pen:
        pen.shape(
            [
                (500 - width, 560),
                (500 + width, 560),
                (500 + width + 8, 716),
                (500, open_to),
                (500 - width - 8, 716),
            ]
        )
    with canvas.ink(face.shadow) as pen:
        pen.curve(
            [
                (500 - width, 590),
                (500 + width, 570),
                (500 + width + 4, 700),
                (500 + 20, 716),
                (500 - width + 6, 650),
            ]
        )


def collar(canvas: Canvas, colour: Colour, *, drop: float = 150, spread: float = 120) -> None:
    """Two points of a shirt collar."""
    with canvas.ink(colour, shade=Shade(INK, (1, 0.4), 0.5, 1.4, 0.4)) as pen:
        for side in (-1, 1):
            pen.shape(
                [
                    (500 + side * 84, 672),
                    (500 + side * spread, 716),
                    (500 + side * 70, 716 + drop * 0.6),
                    (500 + side * 2, 690 + drop * 0.62),
                ]
            )


def lapels(canvas: Canvas, colour: Colour, *, top: float = 700) -> None:
    """The turned-back fronts of a jacket."""
    with canvas.ink(colour, shade=Shade(INK, (1, 0.6), 0.4, 1.4, 0.5)) as pen:
        for side in (-1, 1):
            pen.shape(
                [
                    (500 + side * 96, top),
                    (500 + side * 190, top + 46),
                    (500 + side * 176, top + 130),
                    (500 + side * 200, top + 150),
                    (500 + side * 60, 1010),
                    (500 + side * 34, 1010),
                ]
            )


def strands(
    canvas: Canvas,
    colour: Colour,
    cuts: Sequence[tuple[float, float, float, float, float]],
    *,
    opacity: float = 0.8,
) -> None:
    """Gouge marks in hair or wool: (x, y, length, thickness, angle)."""
    with canvas.ink(colour, opacity=opacity) as pen:
        for cut in cuts:
            pen.cut(*cut)


def hairline(canvas: Canvas, colour: Colour, brow: float) -> None:
    """Short hair over the top of the face, meeting the temples."""
    with canvas.ink(colour) as pen:
        arch = smooth(
            [
                (346, 430),
                (352, 360),
                (392, brow + 8),
                (450, brow - 12),
                (550, brow - 12),
                (608, brow + 8),
                (648, 360),
                (654, 430),
            ]
        )
        crown = smooth(path("664,400 660,280 590,194 500,170 410,194 340,280 336,400"))
        pen.shape([*arch, *crown])


def glasses(canvas: Canvas, colour: Colour, radius: float, weight: float) -> None:
    """Two round lenses, a bridge and the sides."""
    with canvas.ink(PAPER, opacity=0.14) as pen:
        for side in (-1, 1):
            pen.disc(500 + side * 66, 434, radius)
    with canvas.ink(colour) as pen:
        for side in (-1, 1):
            pen.line(oval(500 + side * 66, 434, radius, radius), weight)
            pen.line([(500 + side * (66 + radius), 428), (500 + side * 152, 420)], weight)
        pen.line(smooth([(484, 428), (500, 420), (516, 428)]), weight)
