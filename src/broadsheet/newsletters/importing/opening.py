"""A file with its columns understood."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import BinaryIO

from broadsheet.newsletters.importing.columns import Columns, recognise, renamed, require_address
from broadsheet.newsletters.importing.table import Table, open_table

LOOKED_AT = 50  # rows by which a column of addresses is known that has another name


def recognised(file: BinaryIO, *, file_name: str) -> tuple[Table, Columns]:
    """The table, and what its columns seem to say; perhaps none says addresses. Raises `FileRefusedError`."""
    table = open_table(file)
    first = [cells for _, cells in islice(table.rows(), LOOKED_AT)]
    return table, recognise(table.header, file_name=file_name, first_rows=first)


def opened(file: BinaryIO, *, file_name: str, wanted: Mapping[str, str]) -> tuple[Table, Columns]:
    """The same, with columns that were named by hand. Raises `FileRefusedError` where none says addresses."""
    table, found = recognised(file, file_name=file_name)
    columns = renamed(found, table.header, wanted)
    require_address(columns, table.header)
    return table, columns
