"""Townspeople: simple jointed figures that can stand, sit, lift, row and run.

Figures are measured in their own height: the feet are at 0, the crown at -1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.palette import BARK, INK, NAVY, OCHRE, OXIDE, SEA, Colour, darker
from broadsheet.demo.pictures.shapes import Point, path, placed, smooth

SKINS: tuple[Colour, ...] = ((236, 196, 166), (198, 140, 102), (142, 92, 66), (92, 58, 46), (222, 172, 136))
HAIRS: tuple[Colour, ...] = (BARK, INK, (160, 92, 46), (196, 190, 180), (214, 168, 92), (40, 28, 28))
COATS: tuple[Colour, ...] = (
    NAVY,
    OXIDE,
    SEA,
    OCHRE,
    (86, 60, 84),
    (96, 108, 112),
    (40, 60, 60),
    (150, 110, 70),
)

Placer = Callable[[list[Point]], list[Point]]
HIP = (0.0, -0.48)


@dataclass(frozen=True)
class Pose:
    """Where hands and feet are, how far the back leans (degrees), and where the hips sit."""

    hands: tuple[Point, Point] = ((-0.13, -0.46), (0.13, -0.46))
    feet: tuple[Point, Point] = ((-0.06, 0.0), (0.06, 0.0))
    lean: float = 0.0
    hip: Point = HIP
    knees: int = 1
    elbows: int = -1


STANDING = Pose()
SITTING = Pose(hands=((0.16, -0.36), (0.2, -0.36)), feet=((0.2, 0.0), (0.28, 0.0)), hip=(0.0, -0.28))
WALKING = Pose(hands=((-0.15, -0.5), (0.16, -0.52)), feet=((-0.13, 0.0), (0.13, 0.0)), lean=4)
REACHING = Pose(hands=((0.3, -0.6), (0.34, -0.66)), feet=((-0.1, 0.0), (0.08, 0.0)), lean=8)


@dataclass(frozen=True)
class Look:
    """What somebody wears."""

    coat: Colour = NAVY
    skin: Colour = SKINS[0]
    hair: Colour = BARK
    legs: Colour = INK
    hat: Colour | None = None
    hem: float = 0.0
    apron: Colour | None = None
    long_hair: bool = False
    scarf: Colour | None = None
    back: bool = False
    socks: Colour | None = None


def someone(canvas: Canvas, *, hem: float | None = None, back: bool = False) -> Look:
    """A passer-by, drawn by lot."""
    rng = canvas.rng
    length = rng.choice([0.0, 0.06, 0.18]) if hem is None else hem
    return Look(
        rng.choice(COATS),
        rng.choice(SKINS),
        rng.choice(HAIRS),
        hem=length,
        long_hair=rng.random() < 0.4,
        back=back,
    )


def person(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: Pose = STANDING,
    *,
    flip: bool = False,
) -> None:
    """Draw one figure whose feet stand at ``x, y``; the figure faces right unless ``flip``."""

    def at(points: list[Point]) -> list[Point]:
        return placed(points, x, y, size=height, flip=flip)

    def turned(points: list[Point]) -> list[Point]:
        return at(placed(points, pose.hip[0], pose.hip[1], angle=pose.lean))

    shoulder = placed([(0.0, -0.32)], *pose.hip, angle=pose.lean)[0]
    side = (-1.0 if flip else 1.0) * -1
    shadow = Shade(INK, (side, 0.3), 0.3, 1.3, 0.55)
    _legs(canvas, at, look, pose, height)
    _arm(canvas, at, shoulder, pose.hands[0], look, pose.elbows, height, -0.07)
    with canvas.ink(look.coat, shade=shadow) as pen:
        pen.shape(turned(_torso(look.hem)))
    if look.apron:
        with canvas.ink(look.apron) as pen:
            pen.shape(turned([(-0.06, -0.24), (0.08, -0.24), (0.1, 0.14), (-0.08, 0.14)]))
    _head(canvas, turned, look, shadow)
    _arm(canvas, at, shoulder, pose.hands[1], look, pose.elbows, height, 0.07)


def _legs(canvas: Canvas, at: Placer, look: Look, pose: Pose, height: float) -> None:
    legs = [
        limb((pose.hip[0] + offset, pose.hip[1]), foot, 0.243, pose.knees)
        for foot, offset in zip(pose.feet, (-0.035, 0.035), strict=True)
    ]
    with canvas.ink(look.skin if look.socks else look.legs) as pen:
        for leg in legs:
            pen.line(at(leg), (0.062 if look.socks else 0.075) * height, caps=True)
            if not look.socks:
                x, y = leg[-1]
                pen.shape(at([(x - 0.03, y - 0.03), (x + 0.09, y), (x - 0.035, y)]))
    if look.socks:
        with canvas.ink(look.legs) as pen:
            for hip, knee, _ in legs:
                pen.line(at([hip, _between(hip, knee, 0.62)]), 0.1 * height, caps=True)
        with canvas.ink(look.socks) as pen:
            for _, knee, (x, y) in legs:
                pen.line(at([_between(knee, (x, y), 0.42), (x, y)]), 0.07 * height, caps=True)
        with canvas.ink(INK) as pen:
            for *_, (x, y) in legs:
                pen.curve(at(placed(path("-0.04,-0.025 0.02,-0.04 0.1,0 0.02,0.02 -0.04,0.02"), x, y)))


def _torso(hem: float) -> list[Point]:
    sides = [(0.02, -0.375), (0.1, -0.34), (0.118, -0.26), (0.1, -0.1), (0.105 + hem * 0.18, 0.03 + hem)]
    left = [(-u, v) for u, v in reversed(sides)]
    return smooth([*sides, *left], closed=True, steps=5)


def _head(canvas: Canvas, turned: Placer, look: Look, shadow: Shade) -> None:
    with canvas.ink(look.hair) as pen:
        if look.long_hair:
            pen.curve(turned(path("-0.07,-0.48 0,-0.52 0.05,-0.46 0,-0.36 -0.07,-0.3 -0.09,-0.38")))
    with canvas.ink(look.skin, shade=shadow) as pen:
        pen.shape(turned([(-0.028, -0.42), (0.03, -0.42), (0.032, -0.345), (-0.03, -0.345)]))
        pen.curve(turned(path("-0.05,-0.46 0,-0.52 0.054,-0.465 0.045,-0.405 0.01,-0.378 -0.04,-0.41")))
    with canvas.ink(look.hair) as pen:
        pen.curve(
            turned(path("-0.062,-0.42 -0.066,-0.49 0,-0.535 0.06,-0.49 0.03,-0.478 -0.02,-0.47 -0.03,-0.43"))
        )
    if look.back:
        with canvas.ink(look.hair) as pen:
            pen.disc(*turned([(0.0, -0.455)])[0], *_radii(turned))
    if look.hat:
        with canvas.ink(look.hat) as pen:
            pen.curve(turned(path("-0.068,-0.478 -0.04,-0.54 0.03,-0.545 0.066,-0.48 0,-0.47")))
    if look.scarf:
        with canvas.ink(look.scarf) as pen:
            pen.curve(turned(path("-0.062,-0.385 0,-0.37 0.062,-0.385 0.06,-0.33 0,-0.315 -0.06,-0.33")))
            pen.shape(turned([(0.0, -0.34), (0.05, -0.34), (0.055, -0.18), (0.012, -0.19)]))


def _radii(turned: Placer) -> Point:
    """Radii of a head seen from behind, in the picture's units."""
    (ax, ay), (bx, by) = turned([(0.0, 0.0), (1.0, 0.0)])
    height = math.hypot(bx - ax, by - ay)
    return 0.062 * height, 0.07 * height


def _arm(
    canvas: Canvas,
    at: Placer,
    shoulder: Point,
    hand: Point,
    look: Look,
    elbows: int,
    height: float,
    shift: float,
) -> None:
    start = (shoulder[0] + shift, shoulder[1] + 0.015)
    joints = limb(start, hand, 0.172, elbows)
    with canvas.ink(look.skin) as pen:
        spot = at([joints[-1]])[0]
        pen.disc(*spot, 0.031 * height)
    sleeve = [joints[0], joints[1], _between(joints[1], joints[2], 0.86)]
    with canvas.ink(darker(look.coat, 0.12)) as pen:
        pen.line(at(sleeve), 0.066 * height, caps=True)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def limb(start: Point, end: Point, length: float, bend: int) -> list[Point]:
    """Start, joint and end of a limb of two bones of ``length``, bent to one side or the other."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = math.hypot(dx, dy) or 1e-6
    if reach > 2 * length:
        dx, dy = dx * 2 * length / reach, dy * 2 * length / reach
        reach = 2 * length
    out = math.sqrt(max(0.0, length**2 - (reach / 2) ** 2)) * bend
    joint = (start[0] + dx / 2 - dy / reach * -out, start[1] + dy / 2 - dx / reach * out)
    return [start, joint, (start[0] + dx, start[1] + dy)]
