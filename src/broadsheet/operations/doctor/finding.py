"""What the doctor says about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How bad it is; the value is the sign before the line."""

    GOOD = "✓"
    NOTE = "·"
    DOUBT = "!"
    BAD = "✗"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what is so, and what to do about it."""

    level: Level
    name: str
    words: str
    remedy: str = ""


def good(name: str, words: str) -> Finding:
    """All is well."""
    return Finding(Level.GOOD, name, words)


def note(name: str, words: str) -> Finding:
    """Neither well nor ill."""
    return Finding(Level.NOTE, name, words)


def doubt(name: str, words: str, remedy: str) -> Finding:
    """It works, but it should not stay so."""
    return Finding(Level.DOUBT, name, words, remedy)


def bad(name: str, words: str, remedy: str) -> Finding:
    """The paper cannot be run like this."""
    return Finding(Level.BAD, name, words, remedy)
