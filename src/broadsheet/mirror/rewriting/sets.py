"""The addresses in a `srcset`, by the steps of html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"[\s,]*(\S+)")
_SIZE = re.compile(r"(?:\([^)]*\)|[^,(])*")


def candidates(value: str) -> Iterator[tuple[str, str]]:
    """Each address and its size, such as `800w`; a comma may stand within an address."""
    place = 0
    while found := _ADDRESS.match(value, place):
        address, place = found[1], found.end()
        size = ""
        if not address.endswith(","):
            described = _SIZE.match(value, place)
            size = described[0].strip() if described else ""
            place = described.end() if described else place
        if address.strip(","):
            yield address.rstrip(","), size
