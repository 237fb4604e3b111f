"""The lists of editions by name, and which of them change together with an edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from broadsheet.edge.lists import Before, stands_in

READABLE = ("sending", "sent")


def archive_of(newsletter_id: int) -> str:
    """The editions of a newsletter that readers can read on the web."""
    return f"newsletter-archive:{newsletter_id}"


def _lists_of_edition(edition: Any, before: Before) -> Iterator[str]:
    """A draft stands nowhere."""
    now = {name: getattr(edition, name) for name in ("state", "in_archive", "newsletter_id")}
    for row in (now, before):
        if row and row["state"] in READABLE and row["in_archive"]:
            yield archive_of(row["newsletter_id"])


def connect() -> None:
    """Called once, when the app is ready."""
    stands_in(apps.get_model("newsletters", "Edition"))(_lists_of_edition)
