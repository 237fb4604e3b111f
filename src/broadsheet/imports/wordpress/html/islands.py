"""Pictures, players and frames that stand within text are taken out of it, to become blocks of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from broadsheet.imports.wordpress.html.tidy import BLOCKS, ISLANDS
from broadsheet.imports.wordpress.html.tree import Element, Node, walk

EMOJI = {"emoji", "wp-smiley"}


@dataclass(slots=True)
class Lifted:
    """What remains of some nodes, and what was taken out: each island with the link that stood around it."""

    nodes: list[Node] = field(default_factory=list)
    islands: list[tuple[Element, str]] = field(default_factory=list)


def lift(nodes: Sequence[Node], *, link: str = "") -> Lifted:
    """Take the islands out of the nodes; a picture that is a mere emoji becomes its character."""
    lifted = Lifted()
    for node in nodes:
        if isinstance(node, str):
            lifted.nodes.append(node)
        elif is_emoji(node):
            lifted.nodes.append(node.attrs.get("alt", ""))
        elif node.tag in ISLANDS:
            lifted.islands.append((node, link))
        elif not holds_island(node):
            lifted.nodes.append(node)
        else:
            inner = lift(node.children, link=node.attrs.get("href", "") if node.tag == "a" else link)
            lifted.nodes.append(Element(node.tag, node.attrs, inner.nodes))
            lifted.islands += inner.islands
    return lifted


def is_emoji(element: Element) -> bool:
    """Whether this is WordPress's picture of a character."""
    return element.tag == "img" and bool(element.classes & EMOJI)


def holds_island(element: Element) -> bool:
    """Whether a picture, a player or a frame stands somewhere inside."""
    return any(inner.tag in ISLANDS for inner in walk(element.children))


def holds_block(element: Element) -> bool:
    """Whether a paragraph, a list or another block stands somewhere inside."""
    return any(inner.tag in BLOCKS for inner in walk(element.children))
