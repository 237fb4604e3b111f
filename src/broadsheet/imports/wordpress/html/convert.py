"""A post's whole content → body blocks and notes for the operator."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from broadsheet.imports.wordpress.html.body import Block, Body
from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.gutenberg import Segment, segments
from broadsheet.imports.wordpress.html.paragraphs import prepare
from broadsheet.imports.wordpress.html.setting import Setting
from broadsheet.imports.wordpress.html.shortcodes import expand, foreign_shortcodes
from broadsheet.imports.wordpress.html.tidy import active_parts, tidy
from broadsheet.imports.wordpress.html.tree import Element, Node, text_of

LONGEST = 2_000_000
DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Converted:
    """The blocks of a body, without ids, and what the operator should know about them."""

    blocks: list[Block]
    notes: list[str]


def convert(content: str, setting: Setting) -> Converted:
    """Take a post's content apart into blocks. Every word that WordPress shows is in one of them."""
    body = Body()
    if len(content) > LONGEST:
        body.note("too long to be taken apart: kept as one piece of safe HTML")
        body.html(content)
        return Converted(body.blocks, body.notes)
    for part in active_parts(content):
        body.note(f"left out {part}")
    for name in foreign_shortcodes(content):
        body.note(f"the shortcode [{name}] of a plugin stands as it was written")
    for segment in segments(content, reusable=setting.reusable, note=body.note):
        _add_segment(body, segment, setting)
    return Converted(body.blocks, body.notes)


def _add_segment(body: Body, segment: Segment, setting: Setting) -> None:
    markup = expand(segment.markup)
    tree = tidy(prepare(markup) if segment.is_classic else markup)
    if is_too_deep(tree):
        body.note("nested too deep to be taken apart: kept as plain paragraphs")
        _add_plain(body, tree)
        return
    Composer(body, setting, keeps_line_ends=segment.is_classic).children(tree.children)


def is_too_deep(tree: Element) -> bool:
    """Whether elements stand in each other deeper than any author meant them to."""
    level: list[Node] = list(tree.children)
    for _ in range(DEEPEST):
        level = [child for node in level if isinstance(node, Element) for child in node.children]
    return bool(level)


def _add_plain(body: Body, tree: Element) -> None:
    for line in text_of(tree.children).split("\n"):
        if line.strip():
            body.text(f"<p>{escape(line.strip(), quote=False)}</p>")
