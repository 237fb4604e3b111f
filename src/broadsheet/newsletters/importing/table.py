"""A CSV file as rows of cells, with the line that each begins on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from broadsheet.newsletters.importing.encodings import encoding_of
from broadsheet.newsletters.importing.errors import FileRefusedError

MOST_COLUMNS = 500
LONGEST_LINE = 2**20  # characters
DELIMITERS = (",", ";", "\t", "|", "^", "~", ":")
_NAMED = re.compile(r'"?sep=(.)"?\s*\Z', re.IGNORECASE)  # Excel's own first line

Row = tuple[int, list[str]]


@dataclass(slots=True)
class Table:
    """A file that can be read as often as one likes."""

    file: BinaryIO
    encoding: str
    delimiter: str
    header: list[str]
    notices: list[str]
    has_header: bool
    _skip: int  # lines before the first row of people

    def rows(self) -> Iterator[Row]:
        """The line, from 1, and the cells of every row that is not empty; raises `FileRefusedError`."""
        for number, (line, cells) in enumerate(_records(_lines(self.file, self.encoding), self.delimiter)):
            if number >= self._skip and any(cells):
                yield line, cells


def open_table(file: BinaryIO, *, beat: Callable[[], None] = lambda: None) -> Table:
    """Look at the whole file, and at its first row closely. Raises `FileRefusedError`."""
    encoding = encoding_of(file, beat=beat)
    first, skip = next(_lines(file, encoding.name), ""), 0
    named = _NAMED.match(first)
    delimiter = named.group(1) if named else _delimiter_of(first)
    if named:
        skip = 1
    header = _row(file, encoding.name, delimiter, skip)
    if len(header) > MOST_COLUMNS:
        raise FileRefusedError(
            f"The file has {len(header):,} columns; {MOST_COLUMNS} are read at most. Is it a list of addresses?"
        )
    notices = [encoding.notice] if encoding.notice else []
    has_header = not any("@" in cell for cell in header)
    if not has_header:
        notices.append("The first row holds an address already, so the columns are numbered.")
        header = [f"Column {number}" for number in range(1, len(header) + 1)]
    names = [name.strip() for name in header]
    return Table(file, encoding.name, delimiter, names, notices, has_header, skip + has_header)


def _row(file: BinaryIO, encoding: str, delimiter: str, number: int) -> list[str]:
    for place, (_, cells) in enumerate(_records(_lines(file, encoding), delimiter)):
        if place == number:
            return cells
    raise FileRefusedError("The file is empty.")


def _delimiter_of(line: str) -> str:
    """What cuts the first line into the most cells; a comma where nothing cuts it."""
    unquoted = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=lambda mark: (unquoted.count(mark), -DELIMITERS.index(mark)))


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        number = 0
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise FileRefusedError(
                    f"Line {number:,} has more than {LONGEST_LINE:,} letters: this is no list of addresses."
                )
            yield line
    finally:
        with suppress(ValueError):  # it was closed before this was read to its end
            text.detach()  # the file is its owner's to close


def _records(lines: Iterator[str], delimiter: str) -> Iterator[Row]:
    """Rows by the rules of RFC 4180, strictly: a quotation mark out of place would move every cell after it."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileRefusedError(
            f"Line {line:,}: a quotation mark stands where none may, or is not closed ({error})."
        ) from error
