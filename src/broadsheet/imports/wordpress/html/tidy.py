"""The first cleaning: foreign markup is put in order and loses what could act.

What is shown in the end is cleaned once more, by the much narrower rules of `kit.html`; here frames, players
and classes still stand, because they say what the author meant.
"""

from __future__ import annotations

import re

import nh3

from broadsheet.imports.wordpress.html.tree import Element, parse

INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "nav", "noscript", "ol", "p", "pre", "section", "summary", "table", "ul",
}  # fmt: skip
TABLE_PARTS = {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
ISLANDS = {"audio", "embed", "iframe", "img", "object", "video", "wp-gallery", "wp-playlist"}
SOURCES = {"param", "source", "track"}
ATTRIBUTES = {
    "*": {"class", "dir", "lang", "style", "title"},
    "a": {"href"},
    "audio": {"src"},
    "blockquote": {"data-instgrm-permalink"},
    "embed": {"src"},
    "iframe": {"src", "data-src"},
    "img": {"src", "alt", "data-src", "data-id", "data-attachment-id"},
    "li": {"value"},
    "object": {"data"},
    "ol": {"start", "type", "reversed"},
    "param": {"name", "value"},
    "source": {"src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {"src"},
    "wp-gallery": {"ids", "post", "exclude"},
    "wp-playlist": {"ids", "post"},
}
# nh3 takes drawings and formulas out with their words; as plain elements they leave the words behind.
DRAWN = re.compile(
    r"<(/?)(?:svg|g|text|tspan|textpath|desc|foreignobject"
    r"|math|mi|mn|mo|ms|mtext|mrow|mfrac|mroot|msqrt|msub|msup|msubsup|mtable|mtr|mtd|semantics|annotation)\b",
    re.IGNORECASE,
)
CONTROL_END = re.compile(r"</(?:button|label|option|textarea)\s*>", re.IGNORECASE)
UNSEEN = {"script", "style"}
ACTIVE = re.compile(r"<(script|style|form|input|select|textarea|button|applet)\b", re.IGNORECASE)

_cleaner = nh3.Cleaner(
    tags=INLINE | BLOCKS | TABLE_PARTS | ISLANDS | SOURCES,
    clean_content_tags=UNSEEN,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def tidy(markup: str) -> Element:
    """The markup as a well-formed tree without scripts, handlers, comments and dangerous addresses."""
    markup = CONTROL_END.sub(" ", DRAWN.sub(r"<\1span", markup))
    return parse(_cleaner.clean(markup))


def active_parts(markup: str) -> list[str]:
    """Which parts of the markup act instead of saying something, and are therefore left out."""
    return sorted({f"<{name.lower()}>" for name in ACTIVE.findall(markup)})
