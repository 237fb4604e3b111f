"""Styles: what `url()` and `@import` lead to."""

from __future__ import annotations

import re
from collections.abc import Callable

_LINK = re.compile(
    r"""/\*.*?\*/|(?P<before>\burl\(\s*|@import\s+)(?P<quote>["']?)(?P<link>[^"'()\\]+?)(?P=quote)(?=\s*[);]|\s+[\w(])""",
    re.IGNORECASE | re.DOTALL,
)


def styles(text: str, part: Callable[[str], str]) -> str:
    """The style sheet with every link passed through `part`; comments hold none."""

    def replace(match: re.Match[str]) -> str:
        if match["link"] is None or (not match["quote"] and match["before"].lower().startswith("@import")):
            return match[0]  # a comment, or `@import url(…)`, which is found by itself
        link = match["link"].strip()
        new = part(link)
        return match[0] if new == link else f'{match["before"]}"{new}"'

    return _LINK.sub(replace, text)
