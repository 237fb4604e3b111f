"""Quoted-printable (RFC 2045, 6.7) in which slots stay whole."""

from __future__ import annotations

import quopri
import re

from broadsheet.delivery.letters.slots import ADDRESS, TOKEN, Slot, mark

_SOFT_BREAK = b"=\r\n"
_LINE = 72  # characters of a value on a line; the limit is 76 with the soft break
_PLACES = re.compile(f"({re.escape(TOKEN)}|{re.escape(ADDRESS)})")


def quoted(text: str, *, is_html: bool) -> bytes:
    """The text for a message's body, with CRLF at its line ends; a slot stands on a line of its own."""
    places = {
        TOKEN: mark(Slot.TOKEN),
        ADDRESS: mark(Slot.HTML_ADDRESS if is_html else Slot.TEXT_ADDRESS),
    }
    parts = _PLACES.split(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    return _SOFT_BREAK.join(places.get(part) or _quoted(part) for part in parts)


def quoted_value(value: str) -> bytes:
    """A slot's value as it stands in such a body."""
    data = b"".join(
        bytes([byte]) if 33 <= byte <= 126 and byte != 61 else b"=%02X" % byte for byte in value.encode()
    )
    return _SOFT_BREAK.join(_pieces(data)) if len(data) > _LINE else data


def _quoted(text: str) -> bytes:
    data = quopri.encodestring(text.encode("utf-8", "replace")).replace(b"\n", b"\r\n")
    # A space before the soft break that follows would be lost on the way.
    return data[:-1] + b"=%02X" % data[-1] if data[-1:] in (b" ", b"\t") else data


def _pieces(data: bytes) -> list[bytes]:
    """Pieces short enough for a line; none ends within an escape."""
    pieces = []
    while data:
        at = min(_LINE, len(data))
        while at < len(data) and b"=" in data[at - 2 : at]:
            at -= 1
        pieces.append(data[:at])
        data = data[at:]
    return pieces
