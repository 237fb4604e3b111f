"""Finds the tags of a page and where they stand in its text.

BeautifulSoup would read the page into a tree and write all of it anew, with other spaces, entities and order;
the standard library's tokenizer tells where each tag begins, so that all that is not a link of ours stays as
it is, byte by byte. It keeps no tree, which would be the most of the memory and half of the time.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

Attributes = dict[str, str | None]


@dataclass(slots=True)
class Tag:
    """One tag. `start` and `stop` cut it out of the text; an end tag has no attributes and `ends`."""

    name: str
    start: int
    stop: int
    attributes: Attributes
    ends: bool = False
    empty: bool = False  # `<br/>`

    def get(self, name: str) -> str:
        """The value of an attribute; empty without it."""
        return self.attributes.get(name) or ""


def tags_of(text: str) -> list[Tag]:
    """Every tag of a page in its order; what stands in comments, scripts and styles is none."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.tags


def written(tag: Tag) -> str:
    """The tag as HTML."""
    attributes = "".join(
        f" {name}" if value is None else f' {name}="{html.escape(value)}"'
        for name, value in tag.attributes.items()
    )
    return f"<{tag.name}{attributes}{'/' if tag.empty else ''}>"


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self._text = text
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def handle_starttag(self, name: str, attributes: Iterable[tuple[str, str | None]]) -> None:
        start = self._place()
        kept: Attributes = {}
        for key, value in attributes:
            kept.setdefault(key, value)  # of one that stands twice a browser takes the first
        self.tags.append(Tag(name, start, start + len(self.get_starttag_text() or ""), kept))

    def handle_startendtag(self, name: str, attributes: Iterable[tuple[str, str | None]]) -> None:
        self.handle_starttag(name, attributes)
        self.tags[-1].empty = True

    def handle_endtag(self, name: str) -> None:
        start = self._place()
        stop = self._text.find(">", start) + 1
        self.tags.append(Tag(name, start, stop or len(self._text), {}, ends=True))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
