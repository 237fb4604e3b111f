"""Mail in files: one mail (.eml), many in one (mbox), a folder of them (Maildir), or standard input.

One mail at a time is held, and of each no more than is read of it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from broadsheet.delivery.bounces.reading import MOST

STDIN = "-"
# Before each mail of an mbox stand an address and a time (RFC 4155); a mail's own line may begin like it.
_BORDER = re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d[^\n]{0,40}\d{4}")
_LONGEST_LINE = 64_000


class NoMailError(Exception):
    """There is nothing to read; says in one line why."""


def mails_in(name: str) -> Iterator[bytes]:
    """Each mail's first million bytes. Raises `NoMailError`."""
    if name == STDIN:
        return _mails(sys.stdin.buffer, "standard input")
    path = Path(name)
    try:
        return _mails_of_folder(path) if path.is_dir() else _mails_of_file(path)
    except OSError as error:
        raise NoMailError(f"{name} cannot be read: {error.strerror}.") from error


def _mails_of_folder(folder: Path) -> Iterator[bytes]:
    parts = [folder / part for part in ("new", "cur") if (folder / part).is_dir()]
    if not parts:
        raise NoMailError(f"{folder} is no Maildir: it has neither “new” nor “cur”.")
    paths = [path for part in parts for path in sorted(part.iterdir()) if not path.name.startswith(".")]
    if not paths:
        raise NoMailError(f"{folder} is empty.")
    return _first_bytes(paths)


def _first_bytes(paths: list[Path]) -> Iterator[bytes]:
    for path in paths:
        try:
            with path.open("rb") as file:
                yield file.read(MOST)
        except FileNotFoundError:  # its owner has read it meanwhile
            continue
        except OSError as error:
            raise NoMailError(f"{path} cannot be read: {error.strerror}.") from error


def _mails_of_file(path: Path) -> Iterator[bytes]:
    file = path.open("rb")
    return _closing(file, _mails(file, str(path)))


def _closing(file: BinaryIO, mails: Iterator[bytes]) -> Iterator[bytes]:
    with file:
        yield from mails


def _mails(file: BinaryIO, name: str) -> Iterator[bytes]:
    first = file.readline(_LONGEST_LINE)
    if not first:
        raise NoMailError(f"{name} is empty.")
    if first.startswith(b"From "):
        yield from _split(file)
    else:
        yield first + file.read(MOST - len(first))


def _split(file: BinaryIO) -> Iterator[bytes]:
    """The mails after the first border."""
    lines: list[bytes] = []
    size, after_gap, starts_line = 0, False, True
    while line := file.readline(_LONGEST_LINE):
        if starts_line and after_gap and _BORDER.match(line):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < MOST:
            lines.append(line)
            size += len(line)
        after_gap = starts_line and line in (b"\n", b"\r\n")
        starts_line = line.endswith(b"\n")
    yield b"".join(lines)
