"""A name for how files are made: when that changes, they are made anew."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings

import broadsheet
from broadsheet.mirror.rewriting.policy import policy_tag


def edition(url: str) -> str:
    """Changes with the software, with the paper's address and with the mirror's."""
    folder = Path(__file__).parents[1]
    ours = (path.read_text() for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".html"))
    parts = [
        broadsheet.__version__,
        settings.PUBLIC_URL,
        *map(str, settings.ALLOWED_HOSTS),
        url,
        policy_tag(),
        *ours,
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
