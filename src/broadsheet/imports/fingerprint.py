"""Whether two things say the same."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def fingerprint(value: Any) -> str:
    """A hash of plain values; the same for the same words on every machine."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(written.encode()).hexdigest()
