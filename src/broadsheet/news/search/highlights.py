"""What matched, marked."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from broadsheet.kit.excerpt import one_line
from broadsheet.kit.stems import stem
from broadsheet.news.search.words import WORD

WINDOW = 220  # characters of an excerpt
_BEFORE = 70  # of which so many stand before the first match


def mark(text: str, words: Sequence[str]) -> SafeString:
    """`text` as safe HTML, every form of one of `words` inside `<mark>`."""
    stems = {stem(word) for word in words}
    parts: list[str] = []
    end = 0
    for match in WORD.finditer(text):
        if stem(match.group()) in stems:
            parts += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308  # every part was escaped


def first_match(text: str, words: Sequence[str]) -> int | None:
    """Where in `text` a form of one of `words` stands first."""
    stems = {stem(word) for word in words}
    return next((match.start() for match in WORD.finditer(text) if stem(match.group()) in stems), None)


def window(text: str, at: int) -> str:
    """The part of `text` around the character `at`, cut at words."""
    start = max(0, at - _BEFORE)
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space != -1 else start
    end = start + WINDOW
    if end < len(text):
        end = max(text.rfind(" ", start, end), at + 1)
    part = text[start:end].strip(" ,;:–—-*")
    return one_line(f"{'… ' if start else ''}{part}{' …' if end < len(text) else ''}")
