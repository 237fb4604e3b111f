"""Tables: a table block when each cell holds plain words, safe HTML otherwise."""

from __future__ import annotations

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.islands import holds_island
from broadsheet.imports.wordpress.html.tidy import INLINE, TABLE_PARTS
from broadsheet.imports.wordpress.html.tree import Element, text_of, walk
from broadsheet.imports.wordpress.html.words import Caption, caption_of, write_below
from broadsheet.kit.excerpt import one_line

CAPTION_ROOM = 200
# Marks that a plain cell may lose without losing meaning.
PLAIN_CELL = INLINE - {"a", "code", "del", "ins", "kbd", "s", "sub", "sup", "br"}


def make_table(composer: Composer, element: Element, *, words: Caption | None = None) -> bool:
    """A table with its caption."""
    words = words or caption_of(composer, element)
    rows = [list(_cells(row)) for row in element.find_all("tr")]
    rows = [row for row in rows if row]
    if not rows or not _is_simple(element, rows):
        return _keep(composer, element, words)
    fits = not words.overflows(CAPTION_ROOM)
    if not fits:
        write_below(composer, words)
    composer.body.add("table", {"caption": words.text if fits else "", "table": _value(rows)})
    return True


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th")]


def _is_simple(table: Element, rows: list[list[Element]]) -> bool:
    if holds_island(table) or any(
        inner.tag not in PLAIN_CELL | TABLE_PARTS for inner in walk(table.children)
    ):
        return False
    if any(
        cell.attrs.get(span, "1") != "1" for row in rows for cell in row for span in ("colspan", "rowspan")
    ):
        return False
    return len({len(row) for row in rows}) == 1


def _keep(composer: Composer, element: Element, words: Caption) -> bool:
    """The table as HTML. A caption of its own stays within it; one from the figure around it follows."""
    composer.fallback(element)
    if words.text and element.find("caption") is None:
        write_below(composer, words)
    return True


def _value(rows: list[list[Element]]) -> dict[str, object]:
    has_header_row = all(cell.tag == "th" for cell in rows[0]) and len(rows) > 1
    below = rows[1:] if has_header_row else rows
    has_header_column = bool(below) and len(rows[0]) > 1 and all(row[0].tag == "th" for row in below)
    choice = {(True, True): "both", (True, False): "row", (False, True): "column"}.get(
        (has_header_row, has_header_column)
    )
    return {
        "data": [[one_line(text_of(cell.children)) for cell in row] for row in rows],
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": has_header_row,
        "first_col_is_header": has_header_column,
        "table_header_choice": choice or "neither",
        "table_caption": "",
    }
