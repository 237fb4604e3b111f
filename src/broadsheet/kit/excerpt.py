"""Excerpts that are cut by machine and still read well."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_DANGLING = " \t\n,;:–—-*"


def one_line(text: str) -> str:
    """`text` with every run of white space made one space."""
    return _SPACE.sub(" ", text).strip()


def cut(text: str, *, length: int = 200) -> str:
    """The first `length` characters of `text` at most, ending at a word with an ellipsis if anything was cut.

    Text without spaces near that place (Chinese, say, or an address) is cut at a character.
    """
    text = one_line(text)
    if len(text) <= length:
        return text
    head = text[: length - 1]
    if not text[length - 1].isspace():
        at = head.rfind(" ")
        head = head[:at] if at > length // 2 else head
    return head.rstrip(_DANGLING) + "…"
