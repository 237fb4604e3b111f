"""What a page's answer carries to browsers and to stores on the way."""

from __future__ import annotations

import re

from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.purging import response_headers
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.tags import loosely

# Set anew below, or for each answer when it leaves.
_OURS = frozenset({"cache-control", "content-encoding", "content-length", "etag", "last-modified", "vary"})

# A browser asks each time, which costs it a 304; it shows what it has when the network is gone.
FRESH = "public, max-age=0, stale-if-error=604800"
PASSING = "no-store"
A_MINUTE, SOON = 60, 30  # seconds; what is renewed here after a minute must not be old there for one more
_KEPT = re.compile(r"^max-age=\d+")


def dress(printed: Printed) -> Sheet:
    """The answer, compressed, with the headers that it leaves with."""
    headers = [(name.lower(), value) for name, value in printed.headers if name.lower() not in _OURS]
    headers.append(("cache-control", FRESH if printed.is_page else PASSING))
    if printed.is_page:
        headers += _for_cdns(printed)
    return Sheet.of(
        printed.body,
        status=printed.status,
        headers=tuple(headers),
        tags=printed.record.tags,
        loose=printed.record.loose_tags,
        until=printed.record.until,
    )


def _for_cdns(printed: Printed) -> list[tuple[str, str]]:
    """What CDNs are told; nobody tells them of what a page grows old by itself, so they ask for it again soon."""
    record = printed.record
    told = response_headers({*record.tags, *map(loosely, record.loose_tags)}).items()
    soon = SOON if record.loose_tags else A_MINUTE if record.until is not None else None
    return [(name.lower(), _KEPT.sub(f"max-age={soon}", value) if soon else value) for name, value in told]
