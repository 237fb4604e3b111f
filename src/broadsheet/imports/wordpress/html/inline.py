"""A run of inline nodes → the markup of a text block: bold, italic, links and line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from broadsheet.imports.wordpress.html.tree import Element, Node, text_of

BOLD = {"b", "strong"}
ITALIC = {"i", "em", "cite", "dfn", "var"}
# A text block cannot say these, and the words mean something else without them.
BEYOND_TEXT = {
    "abbr", "bdo", "code", "del", "ins", "kbd", "mark", "rb", "rp", "rt", "ruby", "s", "samp", "sub", "sup",
}  # fmt: skip
EDGE = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
SPACES = re.compile(r"[ \t\r\f\n]+")
LINE_END = re.compile(r"[ \t\r\f]*\n[ \t\r\f]*")


@dataclass(slots=True)
class Writer:
    """Writes inline nodes. Then `is_simple` says whether a text block can hold all that was meant."""

    rewrite: Callable[[str], dict[str, str]]
    keeps_line_ends: bool = False
    is_simple: bool = True

    def write(self, nodes: Sequence[Node]) -> str:
        """The nodes' markup, without space or breaks at either end."""
        # A file block's link and its button touch each other; their words must not.
        return EDGE.sub("", self._nodes(nodes)).replace("</a><a ", "</a> <a ")

    def _nodes(self, nodes: Sequence[Node]) -> str:
        return "".join(self._text(node) if isinstance(node, str) else self._element(node) for node in nodes)

    def _text(self, text: str) -> str:
        escaped = escape(text, quote=False)
        if self.keeps_line_ends:
            escaped = LINE_END.sub("<br/>", escaped)
        return SPACES.sub(" ", escaped)

    def _element(self, element: Element) -> str:
        if element.tag == "br":
            return "<br/>"
        inner = self._nodes(element.children)
        if element.tag in BOLD:
            return _wrap("b", inner)
        if element.tag in ITALIC:
            return _wrap("i", inner)
        if element.tag == "q":
            return f"“{inner}”"
        if element.tag == "a":
            return self._link(element, inner)
        if element.tag in BEYOND_TEXT and inner.strip():
            self.is_simple = False
        return inner

    def _link(self, element: Element, inner: str) -> str:
        href = element.attrs.get("href", "").strip()
        # A mark within the page is gone with the old markup, so a link to it would lead nowhere.
        if not href or href.startswith("#") or not inner.strip():
            return inner
        attrs = self.rewrite(f"https:{href}" if href.startswith("//") else href)
        written = "".join(f' {name}="{escape(value)}"' for name, value in attrs.items())
        return f"<a{written}>{inner}</a>"


def _wrap(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag}>" if inner.strip() else inner


def is_blank(nodes: Sequence[Node]) -> bool:
    """Whether a reader would see nothing; a lone no-break space is nothing."""
    return not text_of(nodes).strip("\u200b\ufeff \t\r\n\f\u00a0")
