"""What a message is called: the same in every try, so that a receiver can know it again."""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import lru_cache

from django.conf import settings


def message_id(delivery: int, *, sender: str) -> str:
    """The Message-ID of a row in the ledger; nobody else can make one up."""
    digest = hmac.digest(_key(settings.SECRET_KEY), b"%d" % delivery, "sha256")
    mark = base64.b32encode(digest[:10]).decode().lower()
    return f"<{delivery}.{mark}@{_domain(sender)}>"


@lru_cache(maxsize=64)
def _domain(sender: str) -> str:
    try:
        return sender.rpartition("@")[2].encode("idna").decode() or "localhost"
    except UnicodeError:
        return "localhost"


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    return hashlib.sha256(b"broadsheet.delivery.message-id" + secret.encode()).digest()
