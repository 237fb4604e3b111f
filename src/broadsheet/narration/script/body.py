"""A story's body as passages: words and quotes with their speakers, then fact boxes.

Captions, tables, embeds, code, and pull quotes, which stand in the text already, are not read aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wagtail.blocks import StreamValue

from broadsheet.kit.html import plain
from broadsheet.narration.script.line import Kind
from broadsheet.narration.script.passage import Passage
from broadsheet.narration.script.pauses import PAUSES

ITEM = "* "  # what `plain` begins a list's item with
UNHEARD = frozenset({"code"})
LAST = frozenset({"fact_box"})

Child = Any  # of a StreamValue; Wagtail has no types


def passages_in(body: StreamValue) -> Iterator[Passage]:
    """Every passage of `body` that is read aloud, in the order of listening."""
    children = [child for child in body if child.block_type not in UNHEARD]
    for child in sorted(children, key=lambda child: child.block_type in LAST):  # stable
        yield from _READERS.get(child.block_type, _anything)(child)


def _anything(child: Child) -> Iterator[Passage]:
    """A block of whatever app, if it says what of it is read."""
    if not getattr(child.block, "counts_for_reading", False):
        return
    words = child.block.words(child.value) if hasattr(child.block, "words") else str(child.value)
    yield from _paragraphs(words, Kind.TEXT, child)


def _text(child: Child) -> Iterator[Passage]:
    yield from _paragraphs(plain(child.value.source), Kind.TEXT, child)


def _heading(child: Child) -> Iterator[Passage]:
    yield from _paragraphs(str(child.value), Kind.HEADING, child)


def _quote(child: Child) -> Iterator[Passage]:
    """Who speaks comes first: a listener cannot look ahead."""
    who = ", ".join(filter(None, (child.value["speaker"], child.value["role"])))
    if who:
        yield _passage(Kind.SPEAKER, child, who)
    yield from _paragraphs(plain(child.value["text"].source), Kind.QUOTE, child)


def _fact_box(child: Child) -> Iterator[Passage]:
    yield _passage(Kind.HEADING, child, child.value["title"])
    yield from _paragraphs(plain(child.value["body"].source), Kind.FACTS, child)


def _paragraphs(words: str, kind: Kind, child: Child) -> Iterator[Passage]:
    for line in words.splitlines():
        is_item = line.startswith(ITEM)
        text = line.removeprefix(ITEM).strip()
        if text:
            yield _passage(Kind.ITEM if is_item else kind, child, text)


def _passage(kind: Kind, child: Child, words: str) -> Passage:
    return Passage(kind, str(child.id or ""), words, PAUSES[kind])


_READERS: dict[str, Callable[[Child], Iterator[Passage]]] = {
    "text": _text,
    "heading": _heading,
    "quote": _quote,
    "fact_box": _fact_box,
}
