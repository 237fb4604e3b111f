"""Reads the times that other lists write."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

# listmonk writes what Go prints: “2024-05-14 10:11:12.123456789 +0000 UTC”.
_GO = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)\d* ([+-]\d{4})(?: [+\w-]+)?\Z", re.ASCII)
_OTHERS = (
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
)
_FIRST = datetime(1995, 1, 1, tzinfo=UTC)  # before, nobody sent newsletters


def moment_of(text: str, *, now: datetime) -> datetime | None:
    """The moment; UTC where nothing else is said. None for one that cannot be, or is written in no known way.

    “03/04/2021” is left alone: in one country it is in March, in the next in April.
    """
    found = _read(text.strip())
    if found is None:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found if _FIRST <= found <= now else None


def _read(text: str) -> datetime | None:
    if not text or len(text) > 60:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    if go := _GO.match(text):
        return _by(f"{go[1]} {go[2]}", "%Y-%m-%d %H:%M:%S.%f %z") or _by(
            f"{go[1]} {go[2]}", "%Y-%m-%d %H:%M:%S %z"
        )
    return next((found for way in _OTHERS if (found := _by(text, way))), None)


def _by(text: str, way: str) -> datetime | None:
    try:
        return datetime.strptime(text, way)  # noqa: DTZ007  # a zone is put to it by who asks
    except ValueError:
        return None


def day_words(moment: date) -> str:
    """“3 Mar 2021”."""
    return f"{moment.day} {moment:%b %Y}"
