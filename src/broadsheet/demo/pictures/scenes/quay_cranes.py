"""The picture ``quay-cranes``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.cranes import quay_crane
from broadsheet.demo.pictures.palette import (
    AMBER,
    APRICOT,
    CORAL,
    CREAM,
    INK,
    OXIDE,
    PLUM,
    ROSE,
    SEA,
    mix,
)
from broadsheet.demo.pictures.ships import container_ship
from broadsheet.demo.pictures.sky import bands, gulls, hills, sun
from broadsheet.demo.pictures.water import glitter, mirrored, ripples, sea


def paint(canvas: Canvas) -> None:
    """Cranes over a container ship at dusk."""
    canvas.sky((0, PLUM), (0.22, mix(PLUM, OXIDE, 0.6)), (0.45, CORAL), (0.62, AMBER), (0.72, CREAM))
    sun(canvas, 1010, 560, 92, CREAM, AMBER)
    bands(canvas, mix(PLUM, OXIDE, 0.5), top=60, bottom=600, count=10)
    hills(canvas, 690, mix(PLUM, CORAL, 0.35), ROSE, rows=2, height=52)
    sea(canvas, 690, mix(INK, PLUM, 0.4), APRICOT)
    quay_crane(canvas, 1310, 700, 0.72, mix(PLUM, CORAL, 0.3), raised=True)
    quay_crane(canvas, 1130, 700, 0.72, mix(PLUM, CORAL, 0.3))
    container_ship(canvas, 250, 770, 0.96)
    mirrored(canvas, 270, 1190, 776, 930, INK, opacity=0.6)
    glitter(canvas, 1010, 780, AMBER, width=150, bottom=990)
    ripples(canvas, 720, APRICOT, count=120, opacity=0.45)
    quay_crane(canvas, 150, 850, 1.25, INK)
    with canvas.ink(INK, shade=Shade(SEA, (1, -1), 0.6, 1.4, 0.5)) as pen:
        pen.shape([(-10, 830), (420, 842), (560, 1010), (-10, 1010)])
    gulls(canvas, CREAM, (520, 120, 1300, 380), 9, 0.5)
