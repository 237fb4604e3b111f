"""Why no audio was made."""

from __future__ import annotations


class ClaimLostError(Exception):
    """Another worker does this narration now."""


class NothingToSayError(Exception):
    """The story has no words that are read aloud."""
