"""HTML made safe, and HTML made plain."""

from __future__ import annotations

import html
import re

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"}
_INLINE |= {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "bdi", "bdo", "dfn"}
_BLOCK = {"blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5"}
_BLOCK |= {"h6", "hr", "img", "li", "ol", "p", "pre", "section", "summary", "ul", "address"}
_TABLE = {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "blockquote": {"cite"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_BREAKING = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt", "dd", "pre"}
_SPACES = re.compile(r"[ \t\r\f\v]+")


def clean(markup: str) -> str:
    """Foreign `markup` with every script, style, form, frame and event handler taken out, the words kept."""
    return nh3.clean(
        markup,
        tags=_INLINE | _BLOCK | _TABLE,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def plain(markup: str) -> str:
    """The words of `markup`, a line for each block; the items of a list begin with an asterisk."""
    if "<" not in markup:
        return html.unescape(markup).strip()
    soup = BeautifulSoup(markup, "html.parser")
    lines = _SPACES.sub(" ", _text(soup)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _text(node: Tag) -> str:
    parts: list[str] = []
    for child in node.children:
        if isinstance(child, NavigableString):
            # Comments and CDATA are subclasses of NavigableString, and are no words.
            parts.append(str(child).replace("\n", " ") if type(child) is NavigableString else "")
        elif isinstance(child, Tag) and child.name not in ("script", "style"):
            parts.append(_block_text(child))
    return "".join(parts)


def _block_text(tag: Tag) -> str:
    text = _text(tag)
    if tag.name == "li":
        text = f"* {text.strip()}"
    return f"\n{text}\n" if tag.name in _BREAKING else text
