"""The picture ``clinic``."""

from __future__ import annotations

import math

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import chair, floor, lamp
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    HAZE,
    INK,
    NAVY,
    OXIDE,
    PAPER,
    SEA,
    Colour,
    mix,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import path, placed, smooth


def paint(canvas: Canvas) -> None:
    """The waiting room in the evening."""
    wall: Colour = (158, 192, 180)
    canvas.sky((0, mix(wall, PAPER, 0.25)), (1, wall))
    with canvas.ink((96, 148, 140)) as pen:
        pen.box(-10, 520, 1520, 170)
    floor(canvas, 690, (206, 190, 158), boards=12, joint=0.12, vanish=(750, 100))
    _night_window(canvas)
    lamp(canvas, 900, 120, 170, PAPER, light=(255, 240, 200), glow=420)
    _clock(canvas, 1270, 230)
    with canvas.ink(PAPER) as pen:
        pen.box(1030, 190, 110, 150)
    with canvas.ink(OXIDE) as pen:
        pen.box(1072, 216, 26, 76)
        pen.box(1047, 241, 76, 26)
    for index in range(6):
        chair(canvas, 150 + index * 170, 800, 250, NAVY if index % 2 else SEA)
    _talk(canvas)
    _plant(canvas, 1330, 860)
    with canvas.ink(PAPER) as pen:
        pen.box(846, 590, 20, 13)


def _talk(canvas: Canvas) -> None:
    person(
        canvas,
        520,
        812,
        400,
        Look((112, 90, 70), SKINS[0], HAIRS[3], legs=(60, 66, 80)),
        Pose(hands=((0.16, -0.4), (0.22, -0.42)), feet=((0.2, 0), (0.27, 0)), hip=(0, -0.27), lean=6),
    )
    with canvas.ink(BARK) as pen:
        pen.line([(628, 812), (604, 640), (584, 632)], 9)
    person(
        canvas,
        352,
        806,
        300,
        Look(AMBER, SKINS[0], HAIRS[4], legs=OXIDE, long_hair=True),
        Pose(hands=((0.12, -0.42), (0.3, -0.5)), feet=((0.22, -0.06), (0.28, -0.05)), hip=(0, -0.36)),
    )
    nurse = Look((52, 112, 140), SKINS[3], HAIRS[1], legs=(40, 92, 118), hem=0.1, long_hair=False)
    person(canvas, 810, 880, 540, nurse, Pose(hands=((0.2, -0.58), (0.26, -0.6)), lean=5), flip=True)
    with canvas.ink(BARK) as pen:
        pen.shape([(622, 520), (716, 540), (700, 630), (606, 610)])
    with canvas.ink(PAPER) as pen:
        pen.shape([(630, 530), (708, 546), (694, 620), (614, 603)])


def _night_window(canvas: Canvas) -> None:
    with canvas.ink((20, 34, 62)) as pen:
        pen.box(110, 110, 560, 340)
    with canvas.ink((12, 20, 40)) as pen:
        pen.shape([*smooth(path("110,350 240,310 360,300 500,330 670,290")), (670, 450), (110, 450)])
    for colour in ((255, 214, 120), (255, 240, 190)):
        with canvas.ink(colour) as pen:
            for _ in range(34):
                x = canvas.rng.uniform(120, 656)
                pen.box(x, canvas.rng.uniform(340, 440), 7, 9)
    with canvas.ink(PAPER) as pen:
        pen.disc(560, 180, 22)
        for x, y in ((180, 160), (260, 210), (390, 150), (470, 240), (220, 270), (620, 250)):
            pen.disc(x, y, 2.6)
    with canvas.ink(PAPER, shade=Shade(HAZE, (0.3, 1), 0.5, 1.3, 0.4)) as pen:
        pen.box(94, 94, 592, 372)
        for column in range(2):
            pen.box(112 + column * 286, 112, 270, 336, gap=True)
        pen.box(80, 458, 620, 22)


def _clock(canvas: Canvas, x: float, y: float) -> None:
    with canvas.ink(INK) as pen:
        pen.disc(x, y, 74)
    with canvas.ink(PAPER) as pen:
        pen.disc(x, y, 64)
    with canvas.ink(INK) as pen:
        for hour in range(12):
            turn = math.radians(hour * 30)
            pen.disc(x + 52 * math.cos(turn), y + 52 * math.sin(turn), 4)
        pen.line([(x, y), (x - 30, y + 20)], 8, caps=True)
        pen.line([(x, y), (x + 6, y - 48)], 6, caps=True)


def _plant(canvas: Canvas, x: float, y: float) -> None:
    for colour, shift in (((40, 104, 74), 0), ((96, 150, 90), 12)):
        with canvas.ink(colour) as pen:
            for step in range(9):
                angle = -160 + step * 18 + shift
                reach = 150 + 40 * math.sin(step * 2.0)
                pen.cut(
                    x + reach * 0.62 * math.cos(math.radians(angle)),
                    y - 130 + reach * 0.9 * math.sin(math.radians(angle)),
                    reach * 1.3,
                    40,
                    angle,
                )
    with canvas.ink(OXIDE, shade=Shade(INK, (1, 0.4), 0.3, 1.2, 0.6)) as pen:
        pen.shape(placed(path("-74,-130 74,-130 54,10 -54,10"), x, y))
