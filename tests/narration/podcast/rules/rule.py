"""A rule, and what rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
FileOf = Callable[[str], bytes]


class Element:
    """An element of a feed, asked for its parts by their usual prefixes."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def all(self, path: str) -> list[Element]:
        return [Element(node) for node in self._node.findall(path, NAMESPACES)]

    def one(self, path: str) -> Element | None:
        return next(iter(self.all(path)), None)

    def get(self, name: str) -> str:
        return str(self._node.get(name, ""))

    def words(self, path: str = "") -> str:
        """The text of the first element at `path`, or of this one; as it is written."""
        found = self.one(path) if path else self
        return (found._node.text or "") if found else ""

    @property
    def name(self) -> str:
        return str(self._node.tag)


@dataclass(frozen=True, slots=True)
class Feed:
    """The parsed feed. `file` gives the bytes at an address that the feed names."""

    root: Element
    file: FileOf | None = None

    @property
    def show(self) -> Element:
        return self.root.one("channel") or self.root

    @property
    def episodes(self) -> list[Element]:
        return self.show.all("item")

    def everywhere(self, path: str) -> list[Element]:
        """The elements at `path` of the show and of each episode."""
        return [found for part in (self.show, *self.episodes) for found in part.all(path)]


Holds = Callable[[Feed], bool]


@dataclass(slots=True)
class Rules:
    """The rules of one specification."""

    source: str
    rules: dict[str, Holds] = field(default_factory=dict)

    def rule(self, holds: Holds) -> Holds:
        """Registers a function that says whether a feed follows its rule; its name is the rule."""
        self.rules[holds.__name__] = holds
        return holds

    def broken(self, feed: Feed) -> Iterator[str]:
        """The names of the rules that the feed breaks."""
        return (name for name, holds in self.rules.items() if not holds(feed))
