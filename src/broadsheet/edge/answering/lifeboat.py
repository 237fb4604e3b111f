"""What readers get when the database or Django fails: the last good page, and never an error without words."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import replace
from datetime import UTC, datetime

from django.template.loader import render_to_string
from django.utils import timezone

from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.distress import Distress, hoist, strike
from broadsheet.edge.store.sheet import IDENTITY, Sheet

logger = logging.getLogger(__name__)

_KEPT = re.compile(r"^max-age=\d+")
PAUSE = 1.0  # seconds between two tries to make a page while all fail


class Lifeboat:
    """Knows whether pages can be made, and what failed last."""

    def __init__(self) -> None:
        self._again_at = 0.0
        self._distress: Distress | None = None

    def note(self, failing: str) -> None:
        """A page could not be made."""
        if self._distress is None:
            logger.error(
                "Readers get the last good pages", extra={"event": "lifeboat_out", "failing": failing}
            )
        self._distress, self._again_at = hoist(failing), time.time() + PAUSE

    def recover(self) -> None:
        """A page was made."""
        if self._distress is not None:
            logger.info("Pages are made again", extra={"event": "lifeboat_back"})
            self._distress = None
            strike()

    @property
    def is_out(self) -> bool:
        """Whether trying again would only keep a reader waiting; a single page that is broken is no reason."""
        failing = self._distress.failing if self._distress else "software"
        return failing != "software" and time.time() < self._again_at

    def with_banner(self, sheet: Sheet) -> Sheet:
        """The page for staff, who must know what readers get."""
        words = self._distress.words if self._distress else "pages cannot be made"
        made = timezone.localtime(datetime.fromtimestamp(sheet.made_at, UTC))
        line = render_to_string("edge/banner.html", {"words": words, "made": made}).encode()
        body = sheet.bodies[IDENTITY]
        at = body.find(b">", body.find(b"<body")) + 1
        headers = [header for header in sheet.headers if header[0] != "cache-control"]
        headers.append(("cache-control", "private, no-store"))
        return Sheet.of(body[:at] + line + body[at:], status=sheet.status, headers=tuple(headers))


def last_good(sheet: Sheet) -> Ready:
    """The last good page as an answer that says what it is (RFC 9111, 5.1; RFC 9211)."""
    # A CDN that kept it for a day would hear of no change: that was before.
    headers = tuple(
        (name, _KEPT.sub("max-age=0", value) if _is_for_cdns(name) else value)
        for name, value in sheet.headers
    )
    return Ready(
        replace(sheet, headers=headers),
        more=[
            (b"age", str(sheet.age).encode()),
            (b"cache-status", b"broadsheet; fwd=stale; detail=lifeboat"),
        ],
    )


def _is_for_cdns(name: str) -> bool:
    return name.endswith("-control") and name != "cache-control"
