"""Figures: what the block editor wraps around pictures, tables, quotes, players and embeds."""

from __future__ import annotations

import re

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.embeds import ADDRESS
from broadsheet.imports.wordpress.html.frames import write_embed
from broadsheet.imports.wordpress.html.galleries import make_gallery
from broadsheet.imports.wordpress.html.pictures import make_picture
from broadsheet.imports.wordpress.html.quotes import make_pull_quote
from broadsheet.imports.wordpress.html.tables import make_table
from broadsheet.imports.wordpress.html.tree import Element, Node, text_of
from broadsheet.imports.wordpress.html.words import caption_of, write_below

BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*['\"]?([^'\")]+)")


def make_figure(composer: Composer, element: Element) -> bool:
    """A figure by what stands in it; its caption goes with it."""
    if "wp-block-pullquote" in element.classes:
        return make_pull_quote(composer, element)
    if "wp-block-embed" in element.classes or "wp-block-embed__wrapper" in _inner_classes(element):
        return _make_embed(composer, element)
    if make_gallery(composer, element):
        return True
    inner = list(element.find_all("img", "table", "figure", "iframe", "video", "audio"))
    if len(inner) == 1 and inner[0].tag in ("img", "table") and not _other_words(element):
        return _make_captioned(composer, element, inner[0])
    return False


def make_cover(composer: Composer, element: Element) -> bool:
    """A `<div>` with a picture behind it: the picture, then what stands on it."""
    if match := BACKGROUND.search(element.attrs.get("style", "")):
        make_picture(composer, Element("img", {"src": match[1].strip(), "alt": ""}))
    if "wp-caption" in element.classes:
        return make_figure(composer, element)
    if element.classes & {"gallery", "tiled-gallery"} and element.find("img"):
        return make_gallery(composer, element)
    return False


def _make_captioned(composer: Composer, figure: Element, inner: Element) -> bool:
    words = caption_of(composer, figure)
    if inner.tag == "table":
        return make_table(composer, inner, words=words)
    link = next((a.attrs.get("href", "") for a in figure.find_all("a") if a.find("img")), "")
    make_picture(composer, inner, link=link, words=words)
    return True


def _make_embed(composer: Composer, element: Element) -> bool:
    if element.find("iframe"):
        return False
    match = ADDRESS.search(text_of(_without_caption(element)))
    if not match:
        return False
    words = caption_of(composer, element)
    write_embed(composer, match[0], title=words.fitting(200))
    if words.overflows(200):
        write_below(composer, words)
    return True


def _without_caption(element: Element) -> list[Node]:
    return [child for child in element.children if isinstance(child, str) or not _is_caption(child)]


def _is_caption(element: Element) -> bool:
    return element.tag in ("figcaption", "caption") or "wp-caption-text" in element.classes


def _other_words(figure: Element) -> bool:
    """Whether a figure says something beside its caption and its table."""
    nodes = [node for node in _without_caption(figure) if isinstance(node, str) or not _is_table(node)]
    return bool(text_of(nodes).strip())


def _is_table(element: Element) -> bool:
    return element.tag == "table" or element.find("table") is not None


def _inner_classes(element: Element) -> set[str]:
    return {name for child in element.children if isinstance(child, Element) for name in child.classes}
