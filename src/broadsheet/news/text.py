"""What is computed from a story's text."""

from __future__ import annotations

from wagtail.blocks import StreamValue

from broadsheet.kit.excerpt import one_line
from broadsheet.kit.words import count_words
from broadsheet.pages.reading import body_words

OPENING_CHARACTERS = 400


def word_count_of(body: StreamValue) -> int:
    """Words that a reader reads: body text only, without captions and pull quotes."""
    return count_words(body_words(body))


def opening_of(body: StreamValue) -> str:
    """The beginning of the text on one line, lists flattened to “* first * second”."""
    return one_line(body_words(body))[:OPENING_CHARACTERS]
