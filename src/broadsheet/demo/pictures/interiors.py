"""What rooms are made of: floors, windows, lamps, light falling in, shelves of books."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import INK, OCHRE, PAPER, Colour, darker, mix
from broadsheet.demo.pictures.shapes import Point


def floor(
    canvas: Canvas,
    back: float,
    colour: Colour,
    *,
    vanish: Point = (750, 300),
    boards: int = 26,
    joint: float = 0.3,
) -> None:
    """A boarded floor from ``back`` to the foot of the sheet, running to ``vanish``."""
    with canvas.ink(colour, shade=Shade(INK, (0, 1), 0.3, 1.4, 0.4)) as pen:
        pen.box(-10, back, canvas.width + 20, 1010 - back)
    x0, y0 = vanish
    share = (back - y0) / (1010 - y0)
    with canvas.ink(darker(colour, joint)) as pen:
        for index in range(-boards, boards * 2):
            x = x0 + (index - boards / 2) * (3000 / boards)
            far = x0 + (x - x0) * share
            pen.shape([(far - 0.8, back), (far + 0.8, back), (x + 2.4, 1010), (x - 2.4, 1010)])


def window(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    glass: Colour,
    frame: Colour,
    *,
    arched: bool = True,
    columns: int = 3,
    rows: int = 5,
    bar: float = 6,
    glow: Colour | None = None,
) -> None:
    """A tall window; ``glow`` shades the glass from above."""
    tone = Shade(glow, (0, -1), 0.2, 1.2, 0.6) if glow else None
    for colour, inset, shade in ((frame, 0.0, None), (glass, bar * 1.6, tone)):
        with canvas.ink(colour, shade=shade) as pen:
            area = (x + inset, y + inset, width - inset * 2, height - inset * 1.6)
            pen.arch(*area) if arched else pen.box(*area)
    with canvas.ink(frame) as pen:
        for column in range(1, columns):
            pen.box(x + width * column / columns - bar / 2, y + bar, bar, height - bar)
        for row in range(1, rows):
            pen.box(x + bar, y + height * row / rows - bar / 2, width - 2 * bar, bar)


def beam(
    canvas: Canvas, points: list[Point], colour: Colour = PAPER, *, opacity: float = 0.22, blur: float = 5
) -> None:
    """A shaft of light."""
    with canvas.ink(colour, opacity=opacity, blur=blur) as pen:
        pen.shape(points)


def lamp(
    canvas: Canvas,
    x: float,
    drop: float,
    width: float,
    shade: Colour,
    *,
    light: Colour = (255, 222, 150),
    glow: float = 260,
) -> None:
    """A lamp hanging ``drop`` from the ceiling."""
    canvas.glow(x, drop + width * 0.3, glow, mix(light, OCHRE, 0.3), 0.6)
    with canvas.ink(INK) as pen:
        pen.line([(x, -10), (x, drop - width * 0.3)], 4)
    with canvas.ink(shade, shade=Shade(INK, (0.8, 0), 0.3, 1.2, 0.5)) as pen:
        pen.shape(
            [
                (x - width * 0.14, drop - width * 0.36),
                (x + width * 0.14, drop - width * 0.36),
                (x + width * 0.5, drop),
                (x - width * 0.5, drop),
            ]
        )
    with canvas.ink(light) as pen:
        pen.disc(x, drop, width * 0.36, width * 0.09)


def books(
    canvas: Canvas, area: tuple[float, float, float, float], shelves: int, colours: list[Colour], case: Colour
) -> None:
    """A bookcase filling ``area`` (left, top, right, bottom)."""
    rng = canvas.rng
    left, top, right, bottom = area
    step = (bottom - top) / shelves
    with canvas.ink(case) as pen:
        pen.box(left, top, right - left, bottom - top)
    with canvas.ink(darker(case, 0.5)) as pen:
        for row in range(shelves):
            pen.box(left + 6, top + row * step + 6, right - left - 12, step - 12)
    spines: list[tuple[float, float, float, float, Colour]] = []
    for row in range(shelves):
        x = left + 9
        while x < right - 22:
            width, tall = rng.uniform(0.09, 0.2) * step, (step - 14) * rng.uniform(0.62, 0.94)
            if rng.random() < 0.94:
                spines.append(
                    (
                        x,
                        top + (row + 1) * step - 6 - tall,
                        min(width, right - 9 - x),
                        tall,
                        rng.choice(colours),
                    )
                )
            x += width + 1.2
    for colour in colours:
        with canvas.ink(colour) as pen:
            for x, y, width, tall, paint in spines:
                if paint == colour:
                    pen.box(x, y, width, tall)


def table(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    colour: Colour,
    *,
    thick: float = 16,
    depth: float = 0,
) -> None:
    """A table: top edge at ``y``, legs down ``height``; ``depth`` shows that much of its top."""
    with canvas.ink(darker(colour, 0.45)) as pen:
        for leg in (x + 18, x + width - 36):
            pen.box(leg, y, 18, height)
    if depth:
        with canvas.ink(mix(colour, PAPER, 0.22)) as pen:
            pen.shape(
                [(x + depth * 0.8, y - depth), (x + width - depth * 0.8, y - depth), (x + width, y), (x, y)]
            )
    with canvas.ink(colour, shade=Shade(INK, (1, 0.3), 0.4, 1.4, 0.4)) as pen:
        pen.box(x, y, width, thick)


def chair(canvas: Canvas, x: float, y: float, size: float, colour: Colour, *, flip: bool = False) -> None:
    """A plain chair seen from the side, standing at ``x, y``; its seat is 0.45 ``size`` high."""
    side = -1 if flip else 1
    with canvas.ink(colour) as pen:
        pen.line([(x, y), (x - 0.06 * size * side, y - size)], 0.05 * size)
        pen.line([(x, y - 0.45 * size), (x + 0.44 * size * side, y - 0.45 * size)], 0.07 * size)
        pen.line([(x + 0.42 * size * side, y - 0.45 * size), (x + 0.44 * size * side, y)], 0.05 * size)
        pen.line(
            [(x - 0.05 * size * side, y - 0.86 * size), (x - 0.02 * size * side, y - 0.6 * size)], 0.09 * size
        )
