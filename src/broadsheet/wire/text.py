"""What an item's words may be."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import nh3
from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError

from broadsheet.kit.excerpt import one_line

FEATURES = ["bold", "italic", "link", "blockquote"]
LONGEST_HEADLINE = 200  # characters
LONGEST_REASON = 500
LONGEST_BODY = 10_000
_TAGS = {"p", "br", "b", "strong", "i", "em", "a", "blockquote"}
_SCHEMES = {"http", "https", "mailto"}
# Half characters, too: no database keeps them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LOOKS_LIKE_MARKUP = re.compile(r"</?[a-zA-Z!]")


def checked_line(text: str, *, name: str, longest: int, if_empty: str = "") -> str:
    """`text` on one line.

    Raises `ValidationError` under `name` if it is too long, and in the words `if_empty`, if there are any, where
    nothing is left of it.
    """
    line = one_line(_CONTROLS.sub(" ", text))
    if if_empty and not line:
        raise ValidationError({name: if_empty})
    if len(line) > longest:
        raise ValidationError({name: f"At most {longest} characters: this has {len(line):,}."})
    return line


def checked_headline(text: str) -> str:
    """A headline on one line; raises `ValidationError` for none, and for one that is too long."""
    return checked_line(text, name="headline", longest=LONGEST_HEADLINE, if_empty="Write a headline.")


def checked_reason(text: str, *, name: str) -> str:
    """What readers are told of a correction or a retraction; raises `ValidationError` under `name`."""
    return checked_line(text, name=name, longest=LONGEST_REASON, if_empty="Write why.")


def checked_body(text: str) -> str:
    """`text` as the wire keeps it: paragraphs of plain words, or HTML with bold, italics, links and quotations.

    Raises `ValidationError` for anything else in it, rather than to take it out: whoever filed it must know.
    """
    if len(text) > LONGEST_BODY:
        raise ValidationError({"body": f"At most {LONGEST_BODY:,} characters: this has {len(text):,}."})
    text = _CONTROLS.sub(" ", text).strip()
    if not _LOOKS_LIKE_MARKUP.search(text):
        return _paragraphs(html.unescape(text))
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.find_all(True):
        _refuse_foreign(tag)
    if not soup.get_text().strip():
        return ""
    return nh3.clean(
        text,
        tags=_TAGS,
        attributes={"a": {"href", "linktype", "id"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n", text)
    return "".join(
        f"<p>{'<br/>'.join(html.escape(part.strip()).splitlines())}</p>" for part in parts if part.strip()
    )


def _refuse_foreign(tag: Tag) -> None:
    if tag.name not in _TAGS:
        raise ValidationError({"body": f"Only bold, italics, links and quotations: take “<{tag.name}>” out."})
    if any(name.startswith("on") or name == "style" for name in tag.attrs):
        raise ValidationError({"body": f"A tag must not carry scripts or styles: “<{tag.name}>” does."})
    href = str(tag.get("href") or "")
    if href and not href.startswith(("/", "#")) and urlsplit(href.strip()).scheme.lower() not in _SCHEMES:
        raise ValidationError(
            {"body": f"A link leads to a page or to a mail address: “{href[:60]}” does not."}
        )
