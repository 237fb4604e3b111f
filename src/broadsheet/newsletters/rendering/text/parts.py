"""Each kind of part as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from broadsheet.newsletters.rendering.newsroom_words import time_in_words
from broadsheet.newsletters.rendering.parts import Part
from broadsheet.newsletters.rendering.text.lines import WIDTH, underlined, wrapped
from broadsheet.newsletters.rendering.text.rich import Notes, plain_text

GAP = "\n\n"


def written(part: Part, notes: Notes) -> str:
    """The part's words, and under them the addresses that they link; empty where it says nothing in words."""
    words = _KINDS[part.kind](part.data, notes)
    addresses = notes.written()
    return GAP.join(piece for piece in (words, addresses) if piece)


def _text(data: dict[str, Any], notes: Notes) -> str:
    return plain_text(data["html"], notes)


def _heading(data: dict[str, Any], notes: Notes) -> str:
    return underlined(data["text"], "-")


def _quote(data: dict[str, Any], notes: Notes) -> str:
    words = plain_text(data["html"], notes, first="> ")
    who = ", ".join(name for name in (data["speaker"], data["role"]) if name)
    return f"{words}\n{wrapped(f'— {who}', first='  ')}" if who else words


def _picture(data: dict[str, Any], notes: Notes) -> str:
    seen = f"[Picture: {data['picture']['alt']}]" if data["picture"]["alt"] else ""
    under = " ".join(words for words in (data["caption"], data["credit"]) if words)
    return "\n".join(wrapped(words) for words in (seen, under) if words)


def _button(data: dict[str, Any], notes: Notes) -> str:
    return f"{wrapped(data['label'])}:\n{data['url']}"


def _divider(data: dict[str, Any], notes: Notes) -> str:
    return "* * *".center(WIDTH).rstrip()


def _stories(data: dict[str, Any], notes: Notes) -> str:
    return GAP.join([*_over(data), *(_card(card, large=data["large"]) for card in data["stories"])])


def _card(card: dict[str, Any], *, large: bool) -> str:
    title = underlined(card["title"], "-") if large else wrapped(card["title"], first="* ", then="  ")
    indent = "" if large else "  "
    minutes = f"{card['minutes']} min read"
    under = [card["words"], f"{card['byline']} · {minutes}" if card["byline"] else minutes, card["url"]]
    kicker = [wrapped(card["section"])] if large and card["section"] else []
    return "\n".join([*kicker, title, *(wrapped(line, first=indent) for line in under if line)])


def _developments(data: dict[str, Any], notes: Notes) -> str:
    return GAP.join([*_over(data), *(_development(line) for line in data["developments"])])


def _development(line: dict[str, Any]) -> str:
    clock = time_in_words(line["time"]) if line["time"] else ""
    first = f"{clock:7}" if clock else "* "
    marks = [line["section"], "corrected" if line["corrected"] else ""]
    told = ", ".join(mark for mark in marks if mark)
    words = f"{line['title']} ({told})" if told else line["title"]
    indent = " " * len(first)
    return f"{wrapped(words, first=first, then=indent)}\n{indent}{line['url']}"


def _over(data: dict[str, Any]) -> Iterator[str]:
    if data["heading"]:
        yield underlined(data["heading"], "=")


_KINDS: dict[str, Callable[[dict[str, Any], Notes], str]] = {
    "text": _text,
    "heading": _heading,
    "quote": _quote,
    "picture": _picture,
    "button": _button,
    "divider": _divider,
    "stories": _stories,
    "developments": _developments,
}
