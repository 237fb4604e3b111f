"""Tags as CDNs see them: short, of one length, and never so many that a server drops the header."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

EVERYTHING = "*"  # the tag of `broadsheet.edge.tags` that every page has without saying so
ALL = "all"  # its key, carried by every page
MANY = "many"  # carried instead by a page whose own keys do not fit; purged with every change

# nginx takes 4 kB of headers from what stands behind it, unless told otherwise; Varnish takes 8 kB a header, Fastly
# and Cloudflare 16. This is room for 332 keys.
LONGEST = 3_000


def key(tag: str) -> str:
    """Eight letters and figures; two tags that share them are purged together, and no harm is done."""
    return base64.b32encode(hashlib.blake2b(tag.encode(), digest_size=5).digest()).decode().lower()


def carried(tags: Iterable[str], separator: str) -> str:
    """The value of a page's header; a page that says nothing of what it shows goes with every change."""
    keys = sorted({key(tag) for tag in tags})
    value = separator.join([ALL, *keys])
    return value if keys and len(value) <= LONGEST else separator.join([ALL, MANY])


def to_purge(tags: Iterable[str], most: int) -> Iterator[list[str]]:
    """The keys to purge when `tags` have changed, at most so many at a time."""
    changed = set(tags)
    keys = [ALL] if EVERYTHING in changed else sorted(key(tag) for tag in changed)
    yield from in_batches([*keys, MANY] if keys else [], most)


def in_batches(items: list[str], most: int) -> Iterator[list[str]]:
    """`items` in order, at most so many at a time."""
    for start in range(0, len(items), most):
        yield items[start : start + most]
