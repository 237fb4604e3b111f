"""Quay cranes, as the town sees them against its sky."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.palette import Colour
from broadsheet.demo.pictures.shapes import path, placed

# Outline and thickness of every beam, about the foot of the crane.
TOWER = (
    ("-70,0 -60,-330", 15),
    ("70,0 60,-330", 15),
    ("-96,-4 -44,-4", 12),
    ("44,-4 96,-4", 12),
    ("-66,-120 66,-120", 11),
    ("-64,-236 64,-236", 9),
    ("-64,-124 60,-320", 6),
    ("-190,-330 82,-330", 20),
    ("-30,-330 14,-500", 10),
    ("58,-330 14,-500", 10),
    ("14,-496 -186,-336", 4),
)
BOOM_RAISED = (("72,-332 250,-560", 15), ("14,-498 250,-560", 4), ("14,-498 161,-446", 4))
BOOM_LOWERED = (
    ("72,-332 420,-330", 15),
    ("14,-498 420,-330", 4),
    ("14,-498 246,-331", 4),
    ("246,-296 246,-190", 2.5),
    ("270,-296 270,-190", 2.5),
)
CABIN = path("-160,-320 -160,-372 -86,-372 -86,-320")
TROLLEY_AND_SPREADER = (
    path("236,-322 236,-296 280,-296 280,-322"),
    path("226,-190 226,-166 290,-166 290,-190"),
)


def quay_crane(
    canvas: Canvas, x: float, ground: float, size: float, colour: Colour, *, raised: bool = False
) -> None:
    """A ship-to-shore crane on its rails, boom to the right; 560 units high at size 1."""
    with canvas.ink(colour) as pen:
        for beam, width in (*TOWER, *(BOOM_RAISED if raised else BOOM_LOWERED)):
            pen.line(placed(path(beam), x, ground, size=size), width * size)
        for block in (CABIN, *(() if raised else TROLLEY_AND_SPREADER)):
            pen.shape(placed(block, x, ground, size=size))
