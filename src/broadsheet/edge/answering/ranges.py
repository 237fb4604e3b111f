"""Which part of a file is asked for (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE = re.compile(rb"\s*bytes\s*=\s*(\d{0,18})-(\d{0,18})\s*", re.IGNORECASE)


class OutOfRangeError(Exception):
    """There is no such part of the file."""


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `first` to `last`, both of them included, as HTTP counts them."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def span_of(header: bytes | None, size: int) -> Span | None:
    """The part that a Range header means; None for all of it. Raises `OutOfRangeError`.

    A header that is none, or that asks for several parts, is overlooked: whoever sent it gets the whole.
    """
    asked = _ONE.fullmatch(header) if header else None
    if asked is None or asked[1] == asked[2] == b"":
        return None
    if asked[1] == b"":
        first, last = max(0, size - int(asked[2])), size - 1
    else:
        first = int(asked[1])
        last = min(int(asked[2] or size), size - 1)
        if asked[2] and int(asked[2]) < first:
            return None
    if first > last:
        raise OutOfRangeError
    return Span(first, last)
