"""A file that is watched while the XML parser reads it."""

from __future__ import annotations

from typing import BinaryIO

from broadsheet.imports.errors import ExportError

LONGEST_ITEM = 32 * 1024 * 1024
# What XML 1.0 forbids even in text; old posts hold such bytes, pasted from word processors.
FORBIDDEN = bytes(set(range(0x20)) - {0x00, 0x09, 0x0A, 0x0D})
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class GuardedFile:
    """Reads an export in pieces, leaves out forbidden control characters, and stops at damage.

    Counts what it left out in `dropped`. Raises ExportError at a NUL byte, and where one item grows so long
    that it would fill the memory; call `mark()` after each item.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._is_wide = file.read(2) in UTF_16_MARKS
        file.seek(0)
        self._marked = 0
        self.position = 0
        self.dropped = 0
        self.at_end = False

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.position += len(piece)
        self.at_end = not piece
        if self.position - self._marked > LONGEST_ITEM:
            raise ExportError(
                f"one item is longer than {LONGEST_ITEM // 2**20} MB; this is no ordinary export"
            )
        return piece if self._is_wide else self._without_controls(piece)

    def mark(self) -> None:
        """Say that everything up to here was used and can be forgotten."""
        self._marked = self.position

    def _without_controls(self, piece: bytes) -> bytes:
        if b"\x00" in piece:
            raise ExportError("it holds NUL bytes: the file is damaged; export it again")
        clean = piece.translate(None, FORBIDDEN)
        self.dropped += len(piece) - len(clean)
        return clean
