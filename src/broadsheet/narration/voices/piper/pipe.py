"""Reads answers of a program from a pipe, never longer than until a moment."""

from __future__ import annotations

import json
import os
import select
import time
from typing import Any

CHUNK = 1 << 16
LONGEST_HEADER = 4_096
MOST = 100_000_000  # bytes of sound, far more than a minute


class BrokenAnswerError(Exception):
    """The answer did not come, or is none. The message goes on from “Piper …”."""


class Pipe:
    """The reading end. Raises `BrokenAnswerError`."""

    def __init__(self, number: int) -> None:
        self._number = number  # of the open file
        self._kept = b""
        # select() fails for files beyond the 1,024th, which a web server's are.
        self._ready = select.poll()
        self._ready.register(number, select.POLLIN)

    def header(self, until: float) -> dict[str, Any]:
        """One line of JSON."""
        while b"\n" not in self._kept and len(self._kept) < LONGEST_HEADER:
            self._kept += self._more(until)
        line, _, self._kept = self._kept.partition(b"\n")
        try:
            header = json.loads(line)
        except ValueError as error:
            raise BrokenAnswerError("answered in a way that is not Piper's") from error
        if not isinstance(header, dict):
            raise BrokenAnswerError("answered in a way that is not Piper's")
        return header

    def samples(self, count: Any, until: float) -> bytes:
        """So many bytes."""
        if not isinstance(count, int) or not 0 <= count <= MOST:
            raise BrokenAnswerError("announced sound of a length that cannot be")
        parts, missing = [self._kept], count - len(self._kept)
        self._kept = b""
        while missing > 0:
            parts.append(self._more(until))
            missing -= len(parts[-1])
        if missing < 0:
            raise BrokenAnswerError("sent more sound than it announced")
        return b"".join(parts)

    def _more(self, until: float) -> bytes:
        left = until - time.monotonic()
        if left <= 0 or not self._ready.poll(left * 1000):
            raise BrokenAnswerError("did not answer in time")
        data = os.read(self._number, CHUNK)
        if not data:
            raise BrokenAnswerError("ended in the middle of a sentence")
        return data
