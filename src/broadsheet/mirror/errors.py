"""What keeps a mirror from being written."""

from __future__ import annotations


class MirrorError(Exception):
    """The mirror cannot be written; says why in one line. What was written before is whole."""
