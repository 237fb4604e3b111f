"""Addresses directly below the front page that belong to the paper and to no section or page."""

from __future__ import annotations

RESERVED = frozenset(
    {
        "admin", "api", "audio", "author", "corrections", "desk", "documents", "feed", "feed.xml", "healthz",
        "mail", "media", "newsletters", "podcast", "podcast.xml", "search", "static", "topic", "wire",
    }
)  # fmt: skip


BELOW_FRONT = 3  # depth in Wagtail's tree: the root is 1, the front page 2


def is_reserved(slug: str) -> bool:
    """Whether a page with this slug could never be reached."""
    return slug.lower() in RESERVED


def refusal(slug: str) -> str:
    """What to tell an editor who asks for the slug."""
    return f"“/{slug}/” is the paper's own address: choose another."
