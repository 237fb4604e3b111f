"""Lines of plain text: wrapped, indented, underlined."""

from __future__ import annotations

import textwrap
import unicodedata

WIDTH = 72  # columns; an answer that quotes it stays under 80 (RFC 3676, 4.2)


def wrapped(text: str, *, first: str = "", then: str | None = None) -> str:
    """The text in lines of `WIDTH` columns, `first` before the first and `then` before the others.

    A line break in it stays. An address is never broken, however long.
    """
    then = first if then is None else then
    lines: list[str] = []
    for given in text.split("\n"):
        start = then if lines else first
        lines += textwrap.wrap(
            given,
            WIDTH,
            initial_indent=start,
            subsequent_indent=then,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [start.rstrip()]
    return "\n".join(lines)


def underlined(text: str, line: str) -> str:
    """A heading, `line` under it as wide as its longest line."""
    shown = wrapped(text)
    return f"{shown}\n{line * min(WIDTH, max(map(_columns, shown.splitlines()), default=0))}"


def _columns(text: str) -> int:
    """How wide it stands: Chinese and its like take two columns, a mark over a letter none."""
    wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return wide - sum(1 for letter in text if unicodedata.combining(letter))
