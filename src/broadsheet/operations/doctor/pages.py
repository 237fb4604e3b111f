"""Whether readers get pages as they are now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from django.conf import settings

from broadsheet.edge.distress import distress
from broadsheet.edge.store.store import page_store
from broadsheet.operations.doctor.finding import Finding, bad, good, note


def pages() -> Iterator[Finding]:
    """They can be made, and are kept."""
    if not settings.PAGE_STORE:
        yield note("Pages", "are not kept: each is made for each reader (BROADSHEET_PAGE_STORE=no)")
        return
    found = distress()
    if found is not None:
        words = f"readers get the last good ones: {found.words}"
        yield bad("Pages", words, "See the log of the web server; it ends by itself when the cause is gone.")
        return
    try:
        count = page_store().index.count()
    except (OSError, sqlite3.Error) as error:
        yield bad("Pages", f"cannot be kept: {error}", f"Look at {page_store().folder}: its owner, and room.")
    else:
        yield good("Pages", f"{count} kept")
