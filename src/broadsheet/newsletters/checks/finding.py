"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition
    from broadsheet.newsletters.rendering.parts import Part

STOP, WARN = "stop", "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right. `level` is `stop` where the edition cannot go out with it, `warn` where it can."""

    level: str
    words: str  # what is wrong, and what to do


@dataclass(frozen=True, slots=True)
class Proof:
    """An edition as it would go out now: what the checks look at."""

    edition: Edition
    filled: dict[str, Any]
    parts: list[Part]
    html: str
    text: str


def stop(words: str) -> Finding:
    """It cannot go out so."""
    return Finding(STOP, words)


def warn(words: str) -> Finding:
    """Look at it."""
    return Finding(WARN, words)
