"""What can go wrong with a file before anything is changed."""

from __future__ import annotations


class FileRefusedError(Exception):
    """The file cannot be brought in: one line for whoever chose it; the same file will not do the next time."""


class RowRefusedError(Exception):
    """One row cannot be brought in, and why; the others can."""
