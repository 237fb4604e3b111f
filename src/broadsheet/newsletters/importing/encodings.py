"""In which encoding a file is written, and whether it is text at all."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from broadsheet.newsletters.importing.errors import FileRefusedError

MOST_BYTES = 500 * 2**20
BLOCK = 2**20
HEAD = 4096

# How files begin that are chosen by mistake.
_OTHERS = {
    b"PK\x03\x04": "This is a workbook (XLSX) or a ZIP archive: save the sheet as CSV, or unpack it, and choose that.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel workbook (XLS): save the sheet as CSV, and choose that.",
    b"\x1f\x8b": "This file is compressed: unpack it, and choose the CSV in it.",
    b"%PDF": "This is a PDF: ask for the list as CSV.",
    b"{\\rtf": "This is a text document (RTF): save the list as CSV.",
}
_NO_TEXT = "The file holds NUL bytes, so it is no CSV: export the list again."
_UNKNOWN = "The file's encoding is not known: save it as “CSV UTF-8”, and choose it again."


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name, and what whoever chose the file should know of it."""

    name: str
    notice: str = ""


def encoding_of(file: BinaryIO, *, beat: Callable[[], None] = lambda: None) -> Encoding:
    """Look at every byte once; the file stands at its beginning afterwards. Raises `FileRefusedError`."""
    size = file.seek(0, 2)
    if size > MOST_BYTES:
        raise FileRefusedError(
            f"The file has {size // 2**20:,} MB; {MOST_BYTES // 2**20} MB are read at most: split it."
        )
    file.seek(0)
    head = file.read(HEAD)
    if not head.strip():
        raise FileRefusedError("The file is empty.")
    for beginning, words in _OTHERS.items():
        if head.startswith(beginning):
            raise FileRefusedError(words)
    found = _utf_16(head) or Encoding("utf-8-sig")
    if _decodes(file, found.name, beat):
        return found
    if found.name == "utf-8-sig" and _decodes(file, "cp1252", beat):
        notice = "The file is not in UTF-8; it was read as Windows-1252. Look whether letters with accents are right."
        return Encoding("cp1252", notice)
    raise FileRefusedError(_UNKNOWN)


def _utf_16(head: bytes) -> Encoding | None:
    """By its mark, or by every other byte of its first letters being empty."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16")
    even, odd = head[0::2], head[1::2]
    most = len(head) // 2 * 0.7
    if odd.count(0) > most and not even.count(0):
        return Encoding("utf-16-le")
    if even.count(0) > most and not odd.count(0):
        return Encoding("utf-16-be")
    return None


def _decodes(file: BinaryIO, name: str, beat: Callable[[], None]) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    file.seek(0)
    try:
        while block := file.read(BLOCK):
            if "\0" in decoder.decode(block):
                raise FileRefusedError(_NO_TEXT)
            beat()
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True
