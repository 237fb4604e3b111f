"""Cells that no spreadsheet takes for a formula (OWASP: CSV injection)."""

from __future__ import annotations

import re

# A mark that stood before such a letter already is doubled, so that `unguarded` gives back what was written.
_DANGEROUS = re.compile("'*[=+@\t\r\n＝＋－＠-]")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would reckon with it."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell, 1) else cell
