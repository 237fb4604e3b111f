"""Streams a WordPress export: one record after the other, never the whole file in memory.

The format is WordPress's extended RSS (WXR 1.0 to 1.2). Foreign XML is parsed by defusedxml, with document
types, entities and outside references forbidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors as expat

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from broadsheet.imports.errors import ExportError
from broadsheet.imports.wordpress.elements import short, to_record
from broadsheet.imports.wordpress.guarded_file import GuardedFile
from broadsheet.imports.wordpress.records import Record

CUT_OFF = {
    expat.codes[message]
    for message in (
        expat.XML_ERROR_NO_ELEMENTS,
        expat.XML_ERROR_UNCLOSED_TOKEN,
        expat.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.XML_ERROR_PARTIAL_CHAR,
    )
}
BAD_ENCODING = {
    expat.codes[expat.XML_ERROR_UNKNOWN_ENCODING],
    expat.codes[expat.XML_ERROR_INCORRECT_ENCODING],
}
PACKED = (b"PK\x03\x04", b"\x1f\x8b")

Progress = Callable[[int], None]


def read_all(exports: Sequence[Path], *, progress: Progress | None = None) -> Iterator[Record]:
    """Yield every record of an archive that WordPress split over several files, `progress` counting through."""
    before = 0
    for export in exports:

        def tell(position: int, before: int = before) -> None:
            if progress:
                progress(before + position)

        yield from read_records(export, progress=tell)
        before += export.stat().st_size


def read_records(
    path: Path, *, progress: Progress | None = None, on_dropped: Progress | None = None
) -> Iterator[Record]:
    """Yield every record of the export in the file's order.

    `progress` hears the number of bytes read so far; `on_dropped`, at the end, how many forbidden control
    characters were left out. Raises ExportError, in words for the operator, wherever the file turns out to
    be damaged or no WordPress export.
    """
    try:
        with path.open("rb") as file:
            if file.read(4).startswith(PACKED):
                raise ExportError("it is a packed archive: unpack it and import the .xml file inside")
            file.seek(0)
            guarded = GuardedFile(file)
            yield from _records(guarded, progress)
            if on_dropped:
                on_dropped(guarded.dropped)
    except ExportError as problem:
        raise ExportError(f"{path}: {problem}") from problem
    except OSError as problem:
        raise ExportError(f"{path}: it cannot be opened: {problem.strerror or problem}") from problem


def _records(file: GuardedFile, progress: Progress | None) -> Iterator[Record]:
    depth = 0
    trail: list[Any] = []
    for event, element in _events(file):
        if event == "start":
            depth += 1
            if depth <= 2:
                trail[depth - 1 :] = [element]
                _expect(element, "rss" if depth == 1 else "channel")
            continue
        depth -= 1
        if depth == 2:
            yield to_record(element)
            # The channel would otherwise keep every item that was read.
            trail[1].clear()
            file.mark()
            if progress:
                progress(file.position)
        elif depth > 2 and short(element.tag) == "wp:comment":
            element.clear()


def _events(file: GuardedFile) -> Iterator[tuple[str, Any]]:
    try:
        yield from iterparse(file, events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException as problem:
        raise ExportError(
            "it defines entities or a document type, which no WordPress export does; refused"
        ) from problem
    except ParseError as problem:
        raise ExportError(_explain(problem, at_end=file.at_end)) from problem
    except (LookupError, ValueError) as problem:
        raise ExportError(f"its encoding is unknown: {problem}") from problem


def _expect(element: Any, name: str) -> None:
    if element.tag != name:
        raise ExportError(f"it is no WordPress export (it holds <{element.tag}> where <{name}> should be)")


def _explain(problem: ParseError, *, at_end: bool) -> str:
    line, _ = problem.position
    if problem.code in CUT_OFF and at_end:
        return f"it is cut off: it ends at line {line}, before </rss>; export or download it again"
    if problem.code in BAD_ENCODING:
        return f"its encoding is not what its first line says ({problem})"
    if problem.code == expat.codes[expat.XML_ERROR_INVALID_TOKEN]:
        return f"line {line} is not valid XML, or is not in the encoding that the first line names"
    return f"it is not valid XML: {problem}"
