"""Outlines computed from a few points: curves, tapering cuts, wobbling edges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from random import Random

Point = tuple[float, float]


def path(corners: str) -> list[Point]:
    """Points from their shorthand: ``"0,0 12.5,-4"``."""
    pairs = (pair.split(",") for pair in corners.split())
    return [(float(x), float(y)) for x, y in pairs]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through ``points``."""
    if len(points) < 3:
        return list(points)
    first, last = (points[-1], points[0]) if closed else (points[0], points[-1])
    run = [first, *points, last]
    if closed:
        run.append(points[1])
    curve: list[Point] = []
    for before, start, end, after in zip(run, run[1:], run[2:], run[3:], strict=False):
        curve.extend(_segment(before, start, end, after, steps))
    if not closed:
        curve.append(points[-1])
    return curve


def _segment(before: Point, start: Point, end: Point, after: Point, steps: int) -> list[Point]:
    def axis(i: int, t: float) -> float:
        p, q, r, s = before[i], start[i], end[i], after[i]
        return 0.5 * (
            2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3
        )

    return [(axis(0, n / steps), axis(1, n / steps)) for n in range(steps)]


def lens(x: float, y: float, length: float, thickness: float, angle: float = 0.0) -> list[Point]:
    """A cut of the gouge: pointed at both ends, thickest a little past its middle."""
    outline = [(-0.5, 0.0), (-0.2, -0.36), (0.12, -0.5), (0.5, 0.0), (0.12, 0.5), (-0.2, 0.36)]
    return placed([(u * length, v * thickness) for u, v in outline], x, y, angle=angle)


def placed(
    points: Iterable[Point], x: float, y: float, *, size: float = 1.0, angle: float = 0.0, flip: bool = False
) -> list[Point]:
    """``points`` drawn about the origin, scaled, turned (degrees) and moved to ``x, y``."""
    cos, sin = math.cos(math.radians(angle)) * size, math.sin(math.radians(angle)) * size
    side = -1 if flip else 1
    return [(x + u * side * cos - v * sin, y + u * side * sin + v * cos) for u, v in points]


def ridge(
    rng: Random, left: float, right: float, level: float, height: float, *, steps: int = 12
) -> list[Point]:
    """A rolling line from ``left`` to ``right``, wandering by ``height`` about ``level``."""
    span = (right - left) / steps
    return smooth([(left + span * i, level + rng.uniform(-height, height)) for i in range(steps + 1)])


def oval(x: float, y: float, across: float, up: float, *, start: float = 0, end: float = 360) -> list[Point]:
    """Points along an ellipse with radii ``across`` and ``up``, clockwise from three o'clock."""
    steps = max(8, round(abs(end - start) / 7))
    turns = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(x + across * math.cos(t), y + up * math.sin(t)) for t in turns]
