"""The inks that every picture of the demo newsroom is printed with."""

from __future__ import annotations

Colour = tuple[int, int, int]

PAPER: Colour = (247, 239, 222)
CREAM: Colour = (238, 220, 184)
SAND: Colour = (222, 192, 142)
OCHRE: Colour = (219, 156, 50)
AMBER: Colour = (240, 184, 86)
APRICOT: Colour = (233, 150, 98)
CORAL: Colour = (214, 98, 68)
OXIDE: Colour = (162, 56, 40)
WINE: Colour = (92, 34, 44)
BARK: Colour = (74, 46, 38)
INK: Colour = (15, 28, 48)
NAVY: Colour = (26, 50, 84)
BLUE: Colour = (48, 88, 128)
HAZE: Colour = (126, 156, 176)
MIST: Colour = (196, 208, 206)
DEEP: Colour = (12, 52, 62)
SEA: Colour = (30, 96, 100)
JADE: Colour = (76, 142, 128)
FOAM: Colour = (178, 212, 196)
MOSS: Colour = (86, 108, 58)
LEAF: Colour = (134, 152, 74)
ROSE: Colour = (226, 172, 150)
PLUM: Colour = (70, 48, 84)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies ``share`` (0 to 1) of the way from ``first`` to ``second``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def darker(colour: Colour, share: float = 0.3) -> Colour:
    """``colour`` printed over with ink, so that shadows stay blue instead of grey."""
    return mix(colour, INK, share)


def lighter(colour: Colour, share: float = 0.3) -> Colour:
    """``colour`` with paper showing through."""
    return mix(colour, PAPER, share)
