"""Quotes and pull quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.embeds import provider_of
from broadsheet.imports.wordpress.html.frames import write_embed
from broadsheet.imports.wordpress.html.inline import is_blank
from broadsheet.imports.wordpress.html.islands import holds_island
from broadsheet.imports.wordpress.html.paragraphs import split
from broadsheet.imports.wordpress.html.tree import Element, Node, text_of, walk
from broadsheet.imports.wordpress.html.words import caption
from broadsheet.kit.excerpt import one_line

SPEAKER_ROOM = 120
SOURCES = {"cite", "footer"}
SIMPLE_PARTS = {"p", "div"}
QUOTED_POSTS = {"twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed"}
# More than a text of paragraphs can hold.
COMPLEX = {
    "ul",
    "ol",
    "dl",
    "table",
    "pre",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figure",
    "hr",
    "details",
}
DASH = re.compile(r"^\s*(?:[—–―-]|--)+\s*")


def make_quote(composer: Composer, element: Element) -> bool:
    """A quote with its speaker; one with lists, headings or code in it stays as HTML."""
    if holds_island(element) or any(inner.tag in COMPLEX for inner in walk(element.children)):
        return False
    nodes, source = take_source(element.children)
    words = caption(composer, source)
    writer = composer.writer()
    paragraphs = [writer.write(part) for part in _paragraphs(composer, nodes)]
    if not writer.is_simple or not (paragraphs or words.text):
        return not (paragraphs or words.text)
    speaker = DASH.sub("", words.text)
    if len(speaker) > SPEAKER_ROOM or "<a " in words.markup:
        paragraphs.append(words.markup)
        speaker = ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    composer.body.add("quote", {"text": text, "speaker": speaker, "role": ""})
    _embed_quoted_post(composer, element)
    return True


def make_pull_quote(composer: Composer, element: Element) -> bool:
    """A pull quote: plain words, its source under them."""
    quote = element.find("blockquote") or element
    nodes, source = take_source(quote.children)
    lines = [one_line(text_of(part)) for part in _paragraphs(composer, nodes)]
    if words := DASH.sub("", one_line(text_of(source))):
        lines.append(f"— {words}")
    outside = [node for node in element.children if node is not quote]
    if lines:
        composer.body.add("pull_quote", {"text": "\n".join(lines)})
    if quote is not element:
        composer.children(outside)
    return True


def take_source(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """Part the words of a quote from who said them: a `<cite>` or `<footer>` that stands last.

    A `<cite>` in the middle of the words is a title, and stays.
    """
    nodes = list(nodes)
    while nodes and is_blank(nodes[-1:]):
        nodes.pop()
    if not nodes or isinstance(nodes[-1], str):
        return nodes, []
    last = nodes[-1]
    if last.tag in SOURCES and not is_blank(nodes[:-1]):
        return nodes[:-1], last.children
    if last.tag in SIMPLE_PARTS:
        inner, source = take_source(last.children)
        return [*nodes[:-1], Element(last.tag, last.attrs, inner)], source
    return nodes, []


def _paragraphs(composer: Composer, nodes: Sequence[Node]) -> list[list[Node]]:
    """The nodes cut into paragraphs, blank ones left out."""
    parts: list[list[Node]] = []
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag in (*SIMPLE_PARTS, "footer", "address"):
            parts += [run, *_paragraphs(composer, node.children)]
            run = []
        else:
            run.append(node)
    parts.append(run)
    if composer.keeps_line_ends:
        parts = [piece for part in parts for piece in split(part)]
    return [part for part in parts if not is_blank(part)]


def _embed_quoted_post(composer: Composer, element: Element) -> None:
    if not element.classes & QUOTED_POSTS:
        return
    links = [one.attrs.get("href", "") for one in element.find_all("a")]
    addresses = [
        element.attrs.get("data-instgrm-permalink", ""),
        *reversed(links),
    ]
    if address := next((one for one in addresses if provider_of(one)), ""):
        write_embed(composer, address)
