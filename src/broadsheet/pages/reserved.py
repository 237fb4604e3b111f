"""Addresses directly below the front page that belong to the paper and to no section or page."""

from __future__ import annotations

RESERVED = frozenset(
    {
        "admin", "api", "audio", "author", "corrections", "desk", "documents", "feed", "feed.xml", "healthz",
        "media", "newsletters", "podcast", "search", "static", "topic", "wire",
    }
)  # fmt: skip


def is_reserved(slug: str) -> bool:
    """Whether a page with this slug could never be reached."""
    return slug.lower() in RESERVED
