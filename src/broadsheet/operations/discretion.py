"""What a log must not tell."""

from __future__ import annotations

import logging
import re
from typing import Any

# Whoever has the link of somebody's letter can act for them.
_SECRET = re.compile(r"(/newsletters/(?:confirm|leave|preferences)/)[^/\s\"]+")


class NoTokens(logging.Filter):
    """Takes readers' tokens out of the addresses that entries name."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the entry, without them."""
        if "/newsletters/" in str(record.msg) or "/newsletters/" in str(record.args):
            record.msg = _discreet(record.msg)
            record.args = _discreet(record.args)
        return True


def _discreet(told: Any) -> Any:
    if isinstance(told, str):
        return _SECRET.sub(r"\1…", told)
    if isinstance(told, tuple):
        return tuple(map(_discreet, told))
    if isinstance(told, dict):
        return {name: _discreet(value) for name, value in told.items()}
    return told
