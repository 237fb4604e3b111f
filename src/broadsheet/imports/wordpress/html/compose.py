"""Walks a tree of markup and hands each part to the piece of code that makes a block of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.imports.wordpress.html.inline import Writer, is_blank
from broadsheet.imports.wordpress.html.islands import holds_block, is_emoji, lift
from broadsheet.imports.wordpress.html.paragraphs import split
from broadsheet.imports.wordpress.html.tidy import BLOCKS, ISLANDS
from broadsheet.imports.wordpress.html.tree import Element, Node, serialise

if TYPE_CHECKING:
    from broadsheet.imports.wordpress.html.body import Body
    from broadsheet.imports.wordpress.html.setting import Setting

CONTAINERS = {
    "article", "aside", "div", "fieldset", "footer", "form", "header", "legend", "main", "nav", "noscript",
    "section", "figure", "figcaption", "summary",
}  # fmt: skip


@dataclass
class Composer:
    """Writes nodes into a body. `keeps_line_ends` is the classic editor's rule for a single line end."""

    body: Body
    setting: Setting
    keeps_line_ends: bool = False

    def children(self, nodes: Sequence[Node]) -> None:
        """Write nodes of any kind: runs of inline nodes become paragraphs, the others blocks."""
        run: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or not self._stands_alone(node):
                run.append(node)
                continue
            self._paragraphs(run)
            run = []
            self.block(node)
        self._paragraphs(run)

    def block(self, element: Element) -> None:
        """Write one block-level element."""
        from broadsheet.imports.wordpress.html.makers import MAKERS

        maker = MAKERS.get(element.tag)
        if maker and maker(self, element):
            return
        if element.tag in ISLANDS:
            self.island(element)
        elif element.tag == "a":
            self.fallback(element)
        elif element.tag in CONTAINERS or element.tag not in BLOCKS:
            self.children(element.children)
        else:
            self.fallback(element)

    def paragraph(self, nodes: Sequence[Node]) -> None:
        """Write one paragraph; what stands in it without being text comes before it."""
        lifted = lift(nodes)
        for island, link in lifted.islands:
            self.island(island, link=link)
        if is_blank(lifted.nodes):
            return
        writer = self.writer()
        markup = writer.write(lifted.nodes)
        if writer.is_simple:
            self.body.text(f"<p>{markup}</p>")
        else:
            self.html([Element("p", {}, self.with_breaks(lifted.nodes))])

    def island(self, element: Element, *, link: str = "") -> None:
        """Write a picture, a player, a gallery or a frame."""
        from broadsheet.imports.wordpress.html.makers import ISLAND_MAKERS

        maker: Callable[..., None] = ISLAND_MAKERS[element.tag]
        maker(self, element, link=link)

    def fallback(self, element: Element) -> None:
        """Keep an element as safe HTML, with its pictures and players after it as blocks."""
        lifted = lift([element])
        if not is_blank(lifted.nodes):
            self.html(lifted.nodes)
        for island, link in lifted.islands:
            self.island(island, link=link)

    def html(self, nodes: Sequence[Node]) -> None:
        """Keep nodes as safe HTML, their links rewritten as in text."""
        self.body.html("".join(serialise(self._relinked(node)) for node in nodes))

    def writer(self) -> Writer:
        """A writer of rich text by this composer's rules."""
        return Writer(self.setting.rewrite, keeps_line_ends=self.keeps_line_ends)

    def with_breaks(self, nodes: Sequence[Node]) -> list[Node]:
        """The nodes with line ends made visible where the classic editor would."""
        if not self.keeps_line_ends:
            return list(nodes)
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, Element):
                result.append(Element(node.tag, node.attrs, self.with_breaks(node.children)))
                continue
            for index, line in enumerate(node.split("\n")):
                result += [Element("br"), line] if index else [line]
        return result

    def _relinked(self, node: Node) -> Node:
        if isinstance(node, str):
            return node
        attrs = node.attrs
        if node.tag == "a" and (href := attrs.get("href")):
            # Links to documents stay as they are: only a text block can follow a document that is replaced.
            attrs = {**attrs, "href": self.setting.rewrite(href).get("href", href)}
        return Element(node.tag, attrs, [self._relinked(child) for child in node.children])

    def _paragraphs(self, run: Sequence[Node]) -> None:
        if not run:
            return
        for nodes in split(run) if self.keeps_line_ends else [list(run)]:
            self.paragraph(nodes)

    def _stands_alone(self, element: Element) -> bool:
        if element.tag in BLOCKS:
            return True
        if element.tag in ISLANDS:
            return not is_emoji(element)
        return holds_block(element)
