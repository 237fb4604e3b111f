"""Answers of the edge's own, which no page stands behind."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string

from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.security import headers_for
from broadsheet.edge.store.sheet import Headers, Sheet


@lru_cache(maxsize=4)
def sorry(*, https: bool, busy: bool = False) -> Ready:
    """A page in words for when there is no last good one, or too much was asked at once.

    Made once: in a flood this is what costs least.
    """
    body = render_to_string("edge/busy.html" if busy else "503.html").encode()
    headers: Headers = (
        *headers_for("/", https=https).items(),
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("retry-after", "5"),
    )
    return Ready(Sheet.of(body, status=503, headers=tuple((n.lower(), v) for n, v in headers)))


def moved_to(url: str) -> Ready:
    """The way to the same page by HTTPS; the store has nothing for who asks without it."""
    headers: Headers = (
        *headers_for("/", https=False).items(),
        ("location", url),
        ("cache-control", "no-store"),
    )
    return Ready(Sheet.of(b"", status=301, headers=tuple((n.lower(), v) for n, v in headers)))
