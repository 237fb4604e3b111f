"""The picture ``welcome-table``."""

from __future__ import annotations

from broadsheet.demo.pictures.canvas import Canvas, Shade
from broadsheet.demo.pictures.interiors import beam, window
from broadsheet.demo.pictures.palette import (
    AMBER,
    BARK,
    BLUE,
    FOAM,
    INK,
    NAVY,
    OCHRE,
    OXIDE,
    PAPER,
    ROSE,
    SEA,
)
from broadsheet.demo.pictures.people import HAIRS, SKINS, Look, Pose, person
from broadsheet.demo.pictures.shapes import oval, path, placed, smooth


def paint(canvas: Canvas) -> None:
    """Tea, a form, a globe."""
    canvas.sky((0, (240, 222, 180)), (1, (228, 194, 146)))
    with canvas.ink((190, 110, 74), shade=Shade(INK, (0, 1), 0.5, 1.4, 0.3)) as pen:
        pen.box(-10, 480, 1520, 540)
    window(canvas, 1130, 60, 280, 350, (188, 216, 214), PAPER, arched=False, columns=2, rows=3, glow=PAPER)
    beam(canvas, [(1130, 410), (1410, 410), (1050, 1000), (560, 1000)], PAPER, opacity=0.22, blur=12)
    _children_drawings(canvas)
    _people(canvas)
    _table(canvas)
    _urn(canvas)
    _globe(canvas, 1390, 690)
    _form_and_cups(canvas)


def _people(canvas: Canvas) -> None:
    helper = Look(SEA, SKINS[1], HAIRS[1], legs=NAVY)
    reader = Look((112, 90, 120), SKINS[3], HAIRS[1], long_hair=True, scarf=AMBER)
    writer = Look(OXIDE, SKINS[4], HAIRS[0], long_hair=True)
    mother = Look((54, 96, 110), SKINS[2], (40, 28, 28), scarf=ROSE)
    child = Look(AMBER, SKINS[2], HAIRS[1], long_hair=True)
    writing = Pose(hands=((0.12, -0.42), (0.2, -0.41)), lean=9, hip=(0, -0.4))
    listening = Pose(hands=((0.08, -0.46), (0.16, -0.44)), lean=4, hip=(0, -0.42))
    pointing = Pose(hands=((0.16, -0.5), (0.26, -0.53)), hip=(0, -0.42))
    pouring = Pose(hands=((0.0, -0.58), (0.14, -0.56)))
    holding = Pose(hands=((0.1, -0.58), (0.16, -0.6)))
    person(canvas, 300, 950, 600, helper, pouring)
    person(canvas, 1300, 960, 610, reader, holding, flip=True)
    person(canvas, 590, 1030, 720, writer, writing)
    person(canvas, 1000, 1050, 740, mother, listening, flip=True)
    person(canvas, 1160, 1040, 500, child, pointing, flip=True)


def _table(canvas: Canvas) -> None:
    with canvas.ink((250, 238, 210), shade=Shade(OCHRE, (0, 1), 0.3, 1.4, 0.3)) as pen:
        pen.shape([(120, 760), (1400, 760), (1510, 860), (-10, 860)])
    with canvas.ink((206, 222, 206), shade=Shade(SEA, (0, 1), 0.2, 1.3, 0.5)) as pen:
        pen.box(-10, 856, 1520, 160)
    with canvas.ink(OXIDE, opacity=0.8) as pen:
        for x in range(20, 1500, 84):
            pen.box(x, 856, 14, 160)


def _form_and_cups(canvas: Canvas) -> None:
    with canvas.ink(PAPER) as pen:
        pen.shape([(690, 776), (850, 770), (880, 832), (700, 840)])
    with canvas.ink(INK) as pen:
        for row in range(4):
            pen.box(716 + row * 3, 788 + row * 11, 110 - 24 * (row % 2), 3.5)
        pen.line([(738, 742), (770, 800)], 7)
    for x, colour in ((470, BLUE), (950, OXIDE), (1120, OCHRE), (390, SEA)):
        with canvas.ink(colour, shade=Shade(INK, (1, 0.2), 0.4, 1.2, 0.5)) as pen:
            pen.shape([(x - 30, 760), (x + 30, 760), (x + 22, 816), (x - 22, 816)])
            pen.line(oval(x + 32, 782, 14, 15), 6)
        with canvas.ink((120, 66, 40)) as pen:
            pen.disc(x, 761, 28, 6)


def _children_drawings(canvas: Canvas) -> None:
    for x, y, tilt, ground in ((420, 90, -3, FOAM), (640, 70, 4, PAPER), (860, 96, -2, ROSE)):
        with canvas.ink(ground) as pen:
            pen.shape([(x, y), (x + 170, y + tilt * 3), (x + 166, y + 130 + tilt * 3), (x - 4, y + 130)])
    with canvas.ink(AMBER) as pen:
        pen.disc(460, 130, 22)
        pen.disc(980, 140, 18)
    with canvas.ink(BLUE) as pen:
        pen.line(smooth(path("424,196 460,180 500,198 540,182 582,196")), 9)
        pen.shape([(880, 190), (960, 190), (940, 214), (900, 214)])
        pen.shape([(918, 120), (918, 184), (950, 184)])
    with canvas.ink(OXIDE) as pen:
        pen.shape([(672, 130), (720, 96), (768, 130)])
        pen.box(684, 130, 72, 62)
    with canvas.ink((86, 140, 80)) as pen:
        pen.box(646, 190, 160, 10)
        pen.disc(790, 160, 20, 28)


def _urn(canvas: Canvas) -> None:
    with canvas.ink((186, 194, 194), shade=Shade(NAVY, (1, 0.1), 0.35, 1.1, 0.7)) as pen:
        pen.curve(path("120,560 150,530 270,530 300,560 304,780 280,806 140,806 116,780"))
        pen.box(130, 800, 160, 26)
    with canvas.ink(PAPER) as pen:
        pen.box(140, 570, 16, 200)
    with canvas.ink(INK) as pen:
        pen.disc(210, 522, 20, 14)
        pen.box(196, 744, 28, 22)
        pen.line([(210, 766), (210, 784)], 12)
    with canvas.ink(PAPER, opacity=0.5, blur=12) as pen:
        pen.line(smooth([(200, 500), (176, 440), (214, 390), (186, 320)]), 20)


def _globe(canvas: Canvas, x: float, y: float) -> None:
    with canvas.ink(BARK) as pen:
        pen.line(oval(x, y, 102, 102, start=-70, end=110), 10)
        pen.box(x - 8, y + 96, 16, 34)
        pen.disc(x, y + 132, 60, 14)
    disc = oval(x, y, 86, 86)
    with canvas.ink((64, 132, 150), shade=Shade(INK, (0.8, 0.6), 0.4, 1.2, 0.6)) as pen:
        pen.shape(disc)
    with canvas.ink((206, 184, 108), inside=disc) as pen:
        pen.curve(placed(path("-60,-50 -10,-66 10,-30 -20,-6 -30,30 -50,0"), x, y))
        pen.curve(placed(path("26,-20 70,-40 90,0 50,40 30,60 20,20"), x, y))
