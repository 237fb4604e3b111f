"""One module a picture, named after its motif; each has ``paint(canvas)``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from broadsheet.demo.pictures.canvas import Canvas

MOTIFS: tuple[str, ...] = tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def painter(motif: str) -> Callable[[Canvas], None]:
    """What paints ``motif``; raises KeyError for a motif that nobody has drawn."""
    if motif not in MOTIFS:
        raise KeyError(f"No picture is drawn for the motif {motif!r}; there are: {', '.join(MOTIFS)}")
    module = import_module(f"{__name__}.{motif.replace('-', '_')}")
    return cast(Callable[[Canvas], None], module.paint)
