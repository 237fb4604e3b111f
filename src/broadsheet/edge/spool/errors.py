"""What can be wrong with an act."""

from __future__ import annotations


class SpoolError(Exception):
    """An act cannot be kept, or a file holds none that can be done; says why in one line."""


class DatabaseAwayError(Exception):
    """The database takes nothing now; a retry helps."""
