"""What can go wrong before anything is changed."""

from __future__ import annotations


class ExportError(Exception):
    """The export cannot be read: one line for the operator; trying again with the same file does not help."""
