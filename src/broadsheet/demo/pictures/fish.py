"""The outline of a fish, for the market, the classroom and the meadow."""

from __future__ import annotations

from broadsheet.demo.pictures.shapes import Point, path, smooth

#: About the origin, 100 units long, head to the right.
FISH: list[Point] = smooth(path("-50,0 -20,-15 20,-15 50,0 20,14 -20,14"), closed=True, steps=5)
