"""Bulleted and numbered lists."""

from __future__ import annotations

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.inline import Writer, is_blank
from broadsheet.imports.wordpress.html.islands import lift
from broadsheet.imports.wordpress.html.tidy import BLOCKS
from broadsheet.imports.wordpress.html.tree import Element, Node, walk

LISTS = {"ul", "ol"}
WITHIN = {"li", "p", "div", *LISTS}


def make_list(composer: Composer, element: Element) -> bool:
    """A list, nested or not, as text; its pictures follow. What holds more, or counts oddly, stays HTML."""
    lifted = lift([element])
    stripped = lifted.nodes[0]
    if not isinstance(stripped, Element) or is_blank([stripped]):
        composer.children([island for island, _ in lifted.islands])
        return True
    if any(inner.tag in BLOCKS and inner.tag not in WITHIN for inner in walk([stripped])) or _counts_oddly(
        stripped
    ):
        return False
    writer = Writer(composer.setting.rewrite)
    markup = _list(stripped, writer)
    if not writer.is_simple:
        return False
    composer.body.text(markup)
    for island, link in lifted.islands:
        composer.island(island, link=link)
    return True


def _list(element: Element, writer: Writer) -> str:
    items = "".join(_item(child, writer) for child in element.children if not is_blank([child]))
    return f"<{element.tag}>{items}</{element.tag}>"


def _item(node: Node, writer: Writer) -> str:
    if isinstance(node, str) or node.tag not in ("li", *LISTS):
        return f"<li>{writer.write([node])}</li>"
    if node.tag in LISTS:
        return f"<li>{_list(node, writer)}</li>"
    return f"<li>{_inside(node.children, writer)}</li>"


def _inside(nodes: list[Node], writer: Writer) -> str:
    """An item's words, its paragraphs as lines, then the lists within it."""
    lines: list[str] = []
    run: list[Node] = []
    tail = ""
    for node in nodes:
        if isinstance(node, str) or node.tag not in WITHIN:
            run.append(node)
            continue
        lines.append(writer.write(run))
        run = []
        if node.tag in LISTS:
            tail += _list(node, writer)
        else:
            lines.append(_inside(node.children, writer))
    lines.append(writer.write(run))
    return "<br/>".join(filter(None, lines)) + tail


def _counts_oddly(element: Element) -> bool:
    for inner in walk([element]):
        if inner.tag == "ol" and (inner.attrs.get("start", "1") != "1" or "reversed" in inner.attrs):
            return True
        if inner.tag == "li" and "value" in inner.attrs:
            return True
    return False
