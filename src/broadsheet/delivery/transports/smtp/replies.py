"""What a server says, out of the bytes that come (RFC 5321, 4.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from broadsheet.delivery.bounces.status import blames_address, status_in

_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(.*))?")
# What says nothing about the recipient's address, at RCPT too: a login, another order of commands.
_OUR_FAULT_CODES = {503, 530, 535}
LONGEST = 64 * 1024  # bytes of one reply
WORDS = 500  # characters of it that are kept


class JunkError(Exception):
    """What came is not SMTP."""


class Reply(NamedTuple):
    """A whole reply: its code, and the text of its lines."""

    code: int
    text: bytes

    @property
    def kind(self) -> int:
        """2 is done, 3 is go on, 4 is not now, 5 is never."""
        return self.code // 100

    @property
    def words(self) -> str:
        """The text in one line, without what a terminal would take for an order."""
        text = self.text[: 4 * WORDS].decode("utf-8", "replace")
        if not text.isprintable():
            text = "".join(letter if letter.isprintable() else " " for letter in text)
        return " ".join(text.split())[:WORDS]

    @property
    def blames_recipient(self) -> bool:
        """Whether, as the answer to RCPT, it says that the address is to blame."""
        is_about_address = blames_address(status_in(self.words) or "5")
        return self.kind == 5 and self.code not in _OUR_FAULT_CODES and is_about_address


class Replies:
    """Puts replies together, wherever their bytes were cut."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines: list[bytes] = []  # of a reply that goes on
        self._code = b""
        self._size = 0

    def feed(self, data: bytes) -> list[Reply]:
        """The replies that are complete now. Raises `JunkError`."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        found = [reply for line in lines if (reply := self._read(line.rstrip(b"\r"))) is not None]
        if self._size + len(self._rest) > LONGEST:
            raise JunkError
        return found

    def _read(self, line: bytes) -> Reply | None:
        parts = _LINE.fullmatch(line)
        if parts is None or (self._code and parts[1] != self._code):
            raise JunkError
        self._lines.append(parts[3] or b"")
        if parts[2] == b"-":
            self._code, self._size = parts[1], self._size + len(line)
            return None
        text = b" ".join(self._lines)
        self._lines, self._code, self._size = [], b"", 0
        return Reply(int(parts[1]), text)
