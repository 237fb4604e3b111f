"""Houses, towers and walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import CREAM, INK, NAVY, OCHRE, OXIDE, PAPER, Colour, darker, mix
from broadsheet.demo.pictures.shapes import Point, path, placed

PAINTS: tuple[Colour, ...] = (PAPER, OCHRE, (178, 92, 66), (158, 186, 196), CREAM, (206, 160, 120))


@dataclass(frozen=True)
class Front:
    """How one house front looks."""

    wall: Colour = PAPER
    roof: Colour = NAVY
    pane: Colour = NAVY
    door: Colour = OXIDE
    columns: int = 2
    rows: int = 2
    light: float = -1.0


def house(canvas: Canvas, x: float, ground: float, width: float, height: float, front: Front) -> None:
    """One terraced house seen from the front; its eaves are ``height`` above ``ground``."""
    top, rise = ground - height, width * 0.36
    with canvas.ink(front.roof, shade=Shade(INK, (-front.light, 0.6), 0.3, 1.3, 0.6)) as pen:
        pen.shape(
            [(x - 4, top + 3), (x + 14, top - rise), (x + width - 14, top - rise), (x + width + 4, top + 3)]
        )
    with canvas.ink(darker(front.wall, 0.35)) as pen:
        pen.box(x + width * 0.72, top - rise - height * 0.16, width * 0.16, height * 0.2)
    with canvas.ink(front.wall, shade=Shade(INK, (-front.light, 0.7), 0.35, 1.5, 0.5)) as pen:
        pen.box(x, top, width + 1, height)
    panes = _panes(x, top, width, height, front)
    with canvas.ink(mix(front.wall, PAPER, 0.6)) as pen:
        for left, upper, across, up in panes:
            pen.box(left - 3, upper - 3, across + 6, up + 8)
    with canvas.ink(front.pane) as pen:
        for left, upper, across, up in panes:
            pen.box(left, upper, across / 2 - 1, up)
            pen.box(left + across / 2 + 1, upper, across / 2 - 1, up)
    with canvas.ink(front.door) as pen:
        pen.box(x + width * 0.12, ground - height * 0.36, width * 0.24, height * 0.36)


def _panes(
    x: float, top: float, width: float, height: float, front: Front
) -> list[tuple[float, float, float, float]]:
    across, up = width / front.columns * 0.42, height / front.rows * 0.46
    return [
        (
            x + width * (column + 0.5) / front.columns - across / 2,
            top + height * (row + 0.24) / front.rows,
            across,
            up,
        )
        for row in range(front.rows)
        for column in range(front.columns)
        if not (row == front.rows - 1 and column == 0)
    ]


def far_town(
    canvas: Canvas,
    spots: Sequence[Point],
    size: float,
    walls: list[Colour],
    roof: Colour,
    pane: Colour,
    *,
    lit: float = 0.0,
) -> None:
    """Many small houses, pressed colour by colour; ``lit`` is the share of windows with a lamp behind."""
    rng = canvas.rng
    homes = [(x, y, size * rng.uniform(0.85, 1.2), rng.choice(walls)) for x, y in spots]
    for wall in walls:
        with canvas.ink(wall, shade=Shade(INK, (1, 0.4), 0.5, 1.5, 0.4)) as pen:
            for x, y, s, paint in homes:
                if paint == wall:
                    pen.box(x, y - s, s * 1.1, s * 1.1)
    outline = path("-0.1,-1 0.2,-1.5 0.9,-1.5 1.2,-1")
    with canvas.ink(roof) as pen:
        for x, y, s, _ in homes:
            pen.shape(placed(outline, x, y, size=s))
            pen.box(x + s * 0.75, y - s * 1.75, s * 0.16, s * 0.4)
    panes = [
        ((x + s * across, y - s * up, s * 0.2, s * 0.26), rng.random() < lit)
        for x, y, s, _ in homes
        for across, up in ((0.2, 0.78), (0.2, 0.36), (0.66, 0.78), (0.66, 0.36))
    ]
    for glow in (False, True):
        with canvas.ink((250, 206, 110) if glow else pane) as pen:
            for box, lamp in panes:
                if lamp == glow:
                    pen.box(*box)


def lighthouse(
    canvas: Canvas,
    x: float,
    ground: float,
    size: float,
    *,
    stripes: Colour | None = None,
    lamp: Colour = OCHRE,
) -> None:
    """A tapering tower with gallery and lantern, 300 units high at size 1."""

    def at(*points: Point) -> list[Point]:
        return placed(points, x, ground, size=size)

    shadow = Shade(NAVY, (1, 0.2), 0.25, 1.2, 0.75)
    with canvas.ink(PAPER, shade=shadow) as pen:
        pen.shape(at((-46, 0), (-30, -220), (30, -220), (46, 0)))
    if stripes:
        with canvas.ink(stripes, shade=shadow) as pen:
            for low, high in ((-20, -66), (-112, -158)):
                a, b = 46 + low * 16 / 220, 46 + high * 16 / 220
                pen.shape(at((-a, low), (-b, high), (b, high), (a, low)))
    with canvas.ink(INK) as pen:
        pen.shape(at((-42, -220), (-42, -232), (42, -232), (42, -220)))
        pen.shape(at((-27, -270), (0, -298), (27, -270)))
        pen.box(*at((-2, -318))[0], 4 * size, 24 * size)
        pen.shape(at((-9, 0), (-9, -30), (9, -30), (9, 0)))
        pen.shape(at((-6, -176), (-6, -194), (6, -194), (6, -176)))
    with canvas.ink(lamp) as pen:
        pen.shape(at((-20, -232), (-20, -270), (20, -270), (20, -232)))
    with canvas.ink(INK) as pen:
        for offset in (-20, 0, 20):
            pen.line(at((offset, -232), (offset, -270)), 2.6 * size)


def stones(
    canvas: Canvas,
    area: tuple[float, float, float, float],
    size: float,
    light: Colour,
    dark: Colour,
    *,
    gap: float = 3,
) -> None:
    """Coursed masonry over ``area`` (left, top, right, bottom): a joint-coloured ground and laid blocks."""
    rng = canvas.rng
    left, top, right, bottom = area
    for tone in (0.0, 0.35, 0.7):
        with canvas.ink(mix(light, dark, tone), opacity=0.9) as pen:
            y, row = top, 0
            while y < bottom:
                x = left - size * (row % 2) * 0.6
                while x < right:
                    width = size * rng.uniform(0.8, 1.6)
                    if rng.random() < 0.34:
                        pen.box(
                            max(left, x),
                            y,
                            max(0, min(right, x + width - gap) - max(left, x)),
                            size * 0.55 - gap,
                        )
                    x += width
                y += size * 0.55
                row += 1


def boulders(
    canvas: Canvas,
    spots: Sequence[tuple[float, float, float]],
    light: Colour,
    dark: Colour,
    *,
    rim: Colour | None = None,
) -> None:
    """Rough stones at ``spots`` (x, y, radius), each with a lit face and a shaded one."""
    rng = canvas.rng
    for x, y, radius in spots:
        turns = [(radius * rng.uniform(0.85, 1.12), 360 / 7 * (i + rng.uniform(-0.3, 0.3))) for i in range(7)]
        body = [placed([(r, 0)], x, y, angle=a)[0] for r, a in turns]
        body = [(u, y + (v - y) * 0.8) for u, v in body]
        with canvas.ink(light, shade=Shade(dark, (0.4, 1), 0.1, 0.9, 0.9)) as pen:
            pen.shape(body)
        if rim:
            with canvas.ink(rim) as pen:
                pen.line([*body, body[0]], 3)
