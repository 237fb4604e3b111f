"""Plain text as HTML in which addresses can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

# Nothing but the web: a letter that says `javascript:` stays words.
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_AFTER = ".,;:!?'»”’"


def linked(text: str) -> SafeString:
    """The text, escaped, and its addresses as links that open a new tab."""
    return mark_safe("".join(_pieces(text)))  # noqa: S308  # each piece is escaped


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for match in _ADDRESS.finditer(text):
        # What closes a sentence or a bracket behind an address is none of it.
        address = match[0].rstrip(_AFTER)
        if address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1]
        yield escape(text[end : match.start()])
        yield format_html('<a href="{0}" target="_blank" rel="noopener noreferrer">{0}</a>', address)
        end = match.start() + len(address)
    yield escape(text[end:])
