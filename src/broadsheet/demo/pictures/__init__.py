"""Pictures for the demo newsroom, drawn by its own press: no photograph, no stock.

``draw("quay-cranes")`` gives the picture of that name; ``content/motifs.toml`` says what each shows.
"""

from __future__ import annotations

import math

from PIL import Image

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.scenes import MOTIFS, painter

LANDSCAPE = (1600, 1067)
SQUARE = (800, 800)


def draw(motif: str, *, size: tuple[int, int] | None = None) -> Image.Image:
    """The picture of ``motif`` (mode RGB), always the same for the same name and size.

    Scenes are composed for 3:2 and portraits for a square; another shape is cut from the middle.
    Without ``size`` a scene is 1600 by 1067 pixels and a portrait 800 by 800.
    Raises KeyError for a motif that nobody has drawn.
    """
    paint = painter(motif)
    portrait = motif.startswith("portrait-")
    across, up = size or (SQUARE if portrait else LANDSCAPE)
    shape = 1.0 if portrait else 1.5
    sheet = (max(across, math.ceil(up * shape)), max(up, math.ceil(across / shape)))
    canvas = Canvas(motif, sheet, width=1000 if portrait else 1500)
    paint(canvas)
    left, top = (sheet[0] - across) // 2, (sheet[1] - up) // 2
    return canvas.finish().crop((left, top, left + across, top + up))


__all__ = ["MOTIFS", "draw"]
