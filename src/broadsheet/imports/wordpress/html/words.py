"""The words under a picture, a table or an embed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.tree import Element, Node, text_of, walk
from broadsheet.kit.excerpt import cut, one_line


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption in plain words, and its markup where it says more than the words do."""

    text: str = ""
    markup: str = ""

    def fitting(self, length: int) -> str:
        """The words, cut to the room that a block has for them."""
        return cut(self.text, length=length)

    def overflows(self, length: int) -> bool:
        """Whether something would be lost in a plain caption of that length: words, or a link."""
        return len(self.text) > length or "<a " in self.markup


def caption_of(composer: Composer, element: Element) -> Caption:
    """The caption of a figure or a table; empty where it has none."""
    found = element.find("figcaption", "caption") or _old_caption(element)
    return caption(composer, found.children) if found else Caption()


def _old_caption(element: Element) -> Element | None:
    return next((inner for inner in walk(element.children) if "wp-caption-text" in inner.classes), None)


def caption(composer: Composer, nodes: list[Node]) -> Caption:
    """A caption from its nodes."""
    return Caption(one_line(text_of(nodes)), composer.writer().write(nodes))


def plain_caption(text: str) -> Caption:
    """A caption that is only words."""
    return Caption(one_line(text), escape(one_line(text), quote=False))


def write_below(composer: Composer, words: Caption) -> None:
    """Set a caption as a paragraph of its own, where no block can hold it whole."""
    if words.text:
        composer.body.text(f"<p><i>{words.markup}</i></p>")
