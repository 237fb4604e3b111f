"""What a reader reads in a body: the words, without captions, pull quotes and other people's cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import RichTextBlock, StreamValue

from broadsheet.kit.html import plain


def body_words(body: StreamValue) -> str:
    """The text of every block that counts as reading, a line for each paragraph or item."""
    return "\n".join(part for part in _parts(body) if part)


def _parts(body: StreamValue) -> Iterator[str]:
    for child in body:
        if not getattr(child.block, "counts_for_reading", False):
            continue
        yield _words(child.block, child.value)


def _words(block: Any, value: Any) -> str:
    if hasattr(block, "words"):
        return str(block.words(value))
    return plain(value.source) if isinstance(block, RichTextBlock) else str(value)
