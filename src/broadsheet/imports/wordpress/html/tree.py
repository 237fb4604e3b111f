"""A small tree of elements and text, built from markup that nh3 has already put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = {"br", "col", "embed", "hr", "img", "param", "source", "wbr", "track"}

# Elements that HTML has given up, and their heirs.
RENAMED = {"acronym": "abbr", "center": "div", "strike": "s", "tt": "code"}


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes and children; text is a plain `str` among them."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The words of its `class`."""
        return set(self.attrs.get("class", "").split())

    def find(self, *tags: str) -> Element | None:
        """The first element inside it with one of the tags."""
        return next(self.find_all(*tags), None)

    def find_all(self, *tags: str) -> Iterator[Element]:
        """Every element inside it with one of the tags, in reading order."""
        return (element for element in walk(self.children) if element.tag in tags)


Node = Element | str


def walk(nodes: Sequence[Node]) -> Iterator[Element]:
    """Every element of the nodes, outer before inner; no recursion, so depth does not matter."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            yield node
            waiting.extend(reversed(node.children))


def text_of(nodes: Sequence[Node]) -> str:
    """The characters of the nodes, one after the other; a line break is a new line."""
    parts: list[str] = []
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "br":
            parts.append("\n")
        else:
            waiting.extend(reversed(node.children))
    return "".join(parts)


def serialise(node: Node) -> str:
    """The node as markup again. The caller cleans the result."""
    if isinstance(node, str):
        return escape(node, quote=False)
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in node.attrs.items())
    if node.tag in VOID:
        return f"<{node.tag}{attrs}>"
    return f"<{node.tag}{attrs}>{''.join(map(serialise, node.children))}</{node.tag}>"


def parse(markup: str) -> Element:
    """Build the tree. `markup` must be well-formed, as `tidy` leaves it."""
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = RENAMED.get(tag, tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == RENAMED.get(tag, tag):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
