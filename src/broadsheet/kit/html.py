"""HTML made safe, and HTML made plain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

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
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_BREAKING = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt", "dd", "pre"}
_SPACES = re.compile(r"[ \t\r\f\v]+")
_UNREAD = ("script", "style")
_END_OF_ITEM = "end of item"


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
    lines = _SPACES.sub(" ", "".join(_words(soup))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _words(soup: BeautifulSoup) -> Iterator[str]:
    """The text in reading order, a line break before and after each block.

    It walks the tree without recursion: old archives hold tags nested deeper than Python's stack.
    """
    stack: list[PageElement | str] = [soup]
    mark = ""
    while stack:
        node = stack.pop()
        if isinstance(node, Tag) and node.name not in _UNREAD:
            mark = "* " if node.name == "li" else mark
            stack.extend(reversed(_opened(node)))
        elif type(node) is NavigableString:
            # Comments and CDATA are subclasses of NavigableString, and are no words.
            yield f"{mark}{node}".replace("\n", " ") if node.strip() else " "
            mark = "" if node.strip() else mark
        elif type(node) is str:
            yield "\n"
            mark = "" if node == _END_OF_ITEM else mark


def _opened(tag: Tag) -> list[PageElement | str]:
    if tag.name not in _BREAKING:
        return list(tag.children)
    return ["\n", *tag.children, _END_OF_ITEM if tag.name == "li" else "\n"]
