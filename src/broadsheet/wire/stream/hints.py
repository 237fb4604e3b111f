"""Hints that the log has grown."""

from __future__ import annotations


def hint() -> None:
    """Have the log looked at now rather than a moment later."""
