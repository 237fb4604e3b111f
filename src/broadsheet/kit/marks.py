"""Marks by which we know our own again, and which nobody else can make.

Each purpose has a key of its own, made from the paper's secret: what is good for one is worth nothing for another.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import lru_cache


def keyed(data: bytes, *, purpose: str, secret: str) -> bytes:
    """The keyed digest of `data`: 32 bytes (HMAC-SHA-256, RFC 2104)."""
    return hmac.digest(_key(purpose, secret), data, "sha256")


def mark(number: int, *, purpose: str, secret: str) -> str:
    """The number's mark, 80 bits in 16 small letters and digits: some mail servers keep no others."""
    return base64.b32encode(keyed(b"%d" % number, purpose=purpose, secret=secret)[:10]).decode().lower()


@lru_cache(maxsize=16)
def _key(purpose: str, secret: str) -> bytes:
    return hashlib.sha256(f"broadsheet.{purpose}:{secret}".encode()).digest()
