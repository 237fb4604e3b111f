"""Rich text as plain text: lists with asterisks, links as numbers whose addresses stand below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from broadsheet.newsletters.rendering.text.lines import wrapped

_SPACE = re.compile(r"\s+")
_BLOCKS = {"p", "ul", "ol", "blockquote", "h2", "h3", "h4", "pre", "div"}
_MARKS = {"b": "*", "strong": "*", "i": "_", "em": "_"}


class Notes:
    """The addresses of links, numbered through the whole edition; each is written out once a block."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, int] = {}

    def number(self, address: str) -> int:
        """What stands for the address in the text."""
        number = self._numbers.setdefault(address, len(self._numbers) + 1)
        self._waiting[address] = number
        return number

    def written(self) -> str:
        """The addresses since it was last asked, a line for each."""
        lines = [f"[{number}] {address}" for address, number in self._waiting.items()]
        self._waiting.clear()
        return "\n".join(lines)


def plain_text(html: str, notes: Notes, *, first: str = "") -> str:
    """The words of `html` (as `rich_text.mail_html` gives it), `first` before every line."""
    return f"\n{first.rstrip()}\n".join(_blocks(BeautifulSoup(html, "html.parser"), notes, first))


def _blocks(parent: Tag, notes: Notes, indent: str) -> Iterator[str]:
    loose: list[PageElement] = []
    for node in [*parent.children, None]:
        is_block = isinstance(node, Tag) and node.name in _BLOCKS
        if node is not None and not is_block:
            loose.append(node)
            continue
        if words := _inline(loose, notes):
            yield wrapped(words, first=indent)
        loose = []
        if isinstance(node, Tag):
            yield from _block(node, notes, indent)


def _block(node: Tag, notes: Notes, indent: str) -> Iterator[str]:
    if node.name in ("ul", "ol"):
        yield "\n".join(_items(node, notes, indent))
    elif node.name == "blockquote":
        yield from _blocks(node, notes, f"{indent}> ")
    else:
        yield from _blocks(node, notes, indent)


def _items(node: Tag, notes: Notes, indent: str) -> Iterator[str]:
    for place, item in enumerate(node.find_all("li", recursive=False), start=1):
        mark = "* " if node.name == "ul" else f"{place}. "
        hanging = indent + " " * len(mark)
        inner = list(_blocks(item, notes, hanging))
        if inner:
            yield indent + mark + "\n".join(inner)[len(hanging) :]


def _inline(nodes: list[PageElement], notes: Notes) -> str:
    words = "".join(_words(node, notes) for node in nodes)
    return "\n".join(line.strip() for line in words.split("\n")).strip()


def _words(node: PageElement, notes: Notes) -> str:
    if not isinstance(node, Tag):
        return _SPACE.sub(" ", str(node)) if type(node) is NavigableString else ""
    if node.name == "br":
        return "\n"
    words = "".join(_words(child, notes) for child in node.children)
    if node.name == "a":
        return _link(words, str(node.get("href") or ""), notes)
    mark = _MARKS.get(node.name, "") if words.strip() else ""
    return f"{mark}{words}{mark}"


def _link(words: str, address: str, notes: Notes) -> str:
    shown = words.strip()
    if not address or not shown:
        return words
    if shown == address or address in (f"mailto:{shown}", f"tel:{shown}"):
        return words  # they are the address
    return f"{words.rstrip()} [{notes.number(address)}]{' ' if words.endswith(' ') else ''}"
