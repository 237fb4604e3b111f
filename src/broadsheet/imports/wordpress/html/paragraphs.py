"""The classic editor's rule: a blank line starts a paragraph, a single line end breaks the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from broadsheet.imports.wordpress.html.embeds import provider_of
from broadsheet.imports.wordpress.html.shortcodes import embed_figure, outside_listings
from broadsheet.imports.wordpress.html.tree import Element, Node

BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
TWO_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
BREAK_AND_LINE_END = re.compile(r"(<br\s*/?>)[ \t]*\n", re.IGNORECASE)
LONE_ADDRESS = re.compile(r"^[ \t]*(?:<p>)?[ \t]*(https?://[^\s<>\"]+)[ \t]*(?:</p>)?[ \t]*$", re.MULTILINE)


def prepare(markup: str) -> str:
    """Bring line breaks and addresses that stand alone to forms that need no further rule."""
    return outside_listings(markup, _prepare)


def _prepare(markup: str) -> str:
    markup = TWO_BREAKS.sub("\n\n", markup)
    markup = BREAK_AND_LINE_END.sub(r"\1", markup)
    return LONE_ADDRESS.sub(_embed_known, markup)


def _embed_known(match: re.Match[str]) -> str:
    address = unescape(match[1])
    return embed_figure(address) if provider_of(address) else match[0]


def split(nodes: Sequence[Node]) -> list[list[Node]]:
    """Cut a run of inline nodes at its blank lines, also inside `<b>`, which then stands twice."""
    runs: list[list[Node]] = [[]]
    for node in nodes:
        for index, piece in enumerate(_pieces(node)):
            if index:
                runs.append([])
            runs[-1].append(piece)
    return runs


def _pieces(node: Node) -> list[Node]:
    if isinstance(node, str):
        return list(BLANK_LINE.split(node))
    inner = split(node.children)
    if len(inner) == 1:
        return [node]
    return [Element(node.tag, node.attrs, children) for children in inner]
