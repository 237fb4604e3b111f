"""A flag that every process of the machine can see: pages cannot be made, readers get the last good ones."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

RECENT = 60.0  # seconds; whoever hoisted it may be gone


@dataclass(frozen=True, slots=True)
class Distress:
    """What fails (`database`, `software` or `time`), and since when, in seconds since 1970."""

    failing: str
    since: float

    @property
    def words(self) -> str:
        """What fails, for people."""
        return {
            "database": "the database does not answer",
            "time": "pages take too long to make",
        }.get(self.failing, "pages cannot be made")


def hoist(failing: str) -> Distress:
    """Show that pages cannot be made; on a full disk nobody sees it, and nothing else happens."""
    before = _read()
    now = Distress(failing, before.since if before else time.time())
    with suppress(OSError):
        _flag().parent.mkdir(parents=True, exist_ok=True)
        _flag().write_text(f"{now.failing} {now.since}")
    return now


def strike() -> None:
    """Show that they can be made again."""
    with suppress(OSError):
        _flag().unlink(missing_ok=True)


def distress() -> Distress | None:
    """What readers' pages suffer from just now; None when all is well."""
    try:
        recent = time.time() - _flag().stat().st_mtime < RECENT
    except OSError:
        return None
    return _read() if recent else None


def is_database_doubtful() -> bool:
    """Whether it did not answer lately, or answered late; a page that is broken by itself says nothing about it."""
    found = distress()
    return found is not None and found.failing != "software"


def _read() -> Distress | None:
    try:
        failing, since = _flag().read_text().split()
        return Distress(failing, float(since))
    except (OSError, ValueError):
        return None


def _flag() -> Path:
    return Path(settings.HOME) / "pages" / ".index" / "distress"
