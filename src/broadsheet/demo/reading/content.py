"""The demo newsroom as it stands in `content/`: one TOML file for the paper, one Markdown file a story."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent.parent / "content"
_FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A file with TOML between two `+++` lines and Markdown after it."""

    slug: str
    head: dict[str, Any]
    body: str


def newsroom() -> dict[str, Any]:
    """The paper, its sections, authors, topics, staff and front page."""
    return tomllib.loads((CONTENT / "newsroom.toml").read_text())


def wire() -> dict[str, Any]:
    """A week of the News Feed, newest first, and the series of its round-ups."""
    return tomllib.loads((CONTENT / "wire.toml").read_text())


def newsletters() -> dict[str, Any]:
    """The newsletters, and what the names of their readers are made of."""
    return tomllib.loads((CONTENT / "newsletters.toml").read_text())


def editions() -> list[Text]:
    """Every edition, the oldest first; the one that is still to come is the last."""
    return sorted(_texts("editions"), key=lambda text: text.head.get("age_hours", 0), reverse=True)


def stories() -> list[Text]:
    """Every story, oldest first, so that the newest is published last."""
    return sorted(_texts("stories"), key=lambda text: text.head.get("age_hours", 0), reverse=True)


def pages() -> list[Text]:
    """About, privacy and the like."""
    return list(_texts("pages"))


def _texts(folder: str) -> Iterator[Text]:
    for file in sorted((CONTENT / folder).glob("*.md")):
        _, head, body = file.read_text().split(_FENCE, 2)
        yield Text(file.stem, tomllib.loads(head), body)
