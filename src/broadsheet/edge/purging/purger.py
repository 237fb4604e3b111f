"""What every purger is: something that makes a CDN forget, and says what a page must carry for that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

PATIENCE = 5.0  # seconds that an editor may wait for a CDN

# A day fresh, as every change is purged; a week old rather than an error.
KEEP = "max-age=86400, stale-while-revalidate=30, stale-if-error=604800"


class PurgeError(Exception):
    """A CDN may still show what has changed."""

    def __init__(self, words: str, *, retry_helps: bool) -> None:
        super().__init__(words)
        self.retry_helps = retry_helps


class Purger(Protocol):
    """One CDN. One that knows tags goes by them alone, the others go by addresses."""

    @property
    def name(self) -> str:
        """What logs call it; it gives no secret away."""

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        """Have the CDN forget, for good; raises `PurgeError`."""

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        """What the answer of a page that shows `tags` carries for this CDN."""
