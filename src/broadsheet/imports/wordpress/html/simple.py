"""Paragraphs, headings, rules, code and lines."""

from __future__ import annotations

import re

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.inline import is_blank
from broadsheet.imports.wordpress.html.islands import holds_island, lift
from broadsheet.imports.wordpress.html.tree import Element, Node, text_of, walk
from broadsheet.kit.excerpt import one_line

LANGUAGE = re.compile(r"(?:language-|lang:|lang-|brush:\s*)([\w+#-]+)")
# What code may hold and still be nothing but its characters.
PLAIN_IN_CODE = {"code", "span", "br"}


def make_paragraph(composer: Composer, element: Element) -> bool:
    """A paragraph; blank lines inside it count in the classic editor."""
    composer.children(element.children)
    return True


def make_heading(composer: Composer, element: Element) -> bool:
    """A sub-heading; one that is a link stays as HTML."""
    lifted = lift(element.children)
    for island, link in lifted.islands:
        composer.island(island, link=link)
    if is_blank(lifted.nodes):
        return True
    heading = Element(element.tag, {}, lifted.nodes)
    if any(link.attrs.get("href", "").strip("#") for link in heading.find_all("a")):
        heading.tag = "h2" if element.tag == "h1" else element.tag
        composer.html([heading])
    else:
        composer.body.add("heading", one_line(text_of(lifted.nodes)))
    return True


def make_divider(composer: Composer, element: Element) -> bool:
    """A rule; two in a row, or one before any text, divide nothing."""
    blocks = composer.body.blocks
    if blocks and blocks[-1]["type"] != "divider":
        composer.body.add("divider", None)
    return True


def make_code(composer: Composer, element: Element) -> bool:
    """Preformatted text: a poem becomes lines of text, anything else code."""
    if "wp-block-verse" in element.classes:
        return make_lines(composer, element)
    if holds_island(element) or any(inner.tag not in PLAIN_IN_CODE for inner in walk(element.children)):
        return False
    code = text_of(element.children).strip("\n")
    if code.strip():
        composer.body.add("code", {"language": _language(element), "code": code})
    return True


def make_lines(composer: Composer, element: Element) -> bool:
    """Text whose line ends matter, such as a poem or an address."""
    nodes = Composer(composer.body, composer.setting, keeps_line_ends=True).with_breaks(element.children)
    composer.paragraph(_trim(nodes))
    return True


def _trim(nodes: list[Node]) -> list[Node]:
    while nodes and is_blank(nodes[-1:]) and not (isinstance(nodes[-1], Element) and holds_island(nodes[-1])):
        nodes = nodes[:-1]
    return nodes


def _language(element: Element) -> str:
    code = element.find("code")
    words = element.attrs.get("class", "") + " " + (code.attrs.get("class", "") if code else "")
    match = LANGUAGE.search(words)
    return match[1][:30] if match else ""
