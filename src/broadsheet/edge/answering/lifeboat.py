"""What readers get when the database or Django fails: the last good page, and never an error without words."""

from __future__ import annotations

import time

from django.template.loader import render_to_string
from django.utils.html import format_html

from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.security import headers_for
from broadsheet.edge.store.sheet import Headers, Sheet

PAUSE = 1.0  # seconds between two tries to make a page while all fail
WORDS = {
    "database": "the database does not answer",
    "software": "a page cannot be made",
    "time": "pages take too long",
}


class Lifeboat:
    """Knows whether pages can be made, and what failed last."""

    def __init__(self) -> None:
        self.failing = ""
        self._since = self._again_at = 0.0

    def note(self, failing: str) -> None:
        """A page could not be made."""
        now = time.time()
        if not self.failing:
            self._since = now
        self.failing, self._again_at = failing, now + PAUSE

    def recover(self) -> None:
        """A page was made."""
        self.failing = ""

    @property
    def is_out(self) -> bool:
        """Whether trying again would only keep a reader waiting."""
        return bool(self.failing) and time.time() < self._again_at

    def banner(self, sheet: Sheet) -> bytes:
        """The page for staff, who must know what readers get."""
        made = time.strftime("%H:%M:%S UTC", time.gmtime(sheet.made_at))
        line = format_html(
            '<p class="lifeboat" role="status"><strong>Lifeboat: {}.</strong> Readers get this page as it was at {}. '
            "Nothing can be edited until it is repaired; the paper then goes on by itself.</p>",
            WORDS.get(self.failing, self.failing),
            made,
        )
        body = sheet.bodies["identity"]
        at = body.find(b">", body.find(b"<body")) + 1
        return body[:at] + line.encode() + body[at:] if at else body


def last_good(sheet: Sheet) -> Ready:
    """The last good page as an answer that says what it is (RFC 9111, 5.1; RFC 9211)."""
    return Ready(
        sheet,
        more=[
            (b"age", str(sheet.age).encode()),
            (b"cache-status", b"broadsheet; fwd=stale; detail=lifeboat"),
        ],
    )


def sorry(*, https: bool, busy: bool = False) -> Ready:
    """A page in words for when there is no last good one, or too much was asked at once."""
    body = render_to_string("edge/busy.html" if busy else "503.html").encode()
    headers: Headers = (
        *headers_for("/", https=https).items(),
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("retry-after", "5"),
    )
    return Ready(Sheet.of(body, status=503, headers=tuple((n.lower(), v) for n, v in headers)))
