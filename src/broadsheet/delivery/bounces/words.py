"""What a stranger's server says, fit to be kept."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd\s]+")
LONGEST = 500


def in_one_line(text: object) -> str:
    """The words without line breaks and control characters, 500 of them at most."""
    return _UNPRINTABLE.sub(" ", str(text)[: LONGEST * 4]).strip()[:LONGEST]
