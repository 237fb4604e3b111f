"""What a message is called: the same in every try, so that a receiver can know it again."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from functools import lru_cache

from django.conf import settings
from django.utils.crypto import constant_time_compare

_OURS = re.compile(r"<([1-9][0-9]{0,18})\.([a-z2-7]{16})@")


def message_id(delivery: int, *, sender: str) -> str:
    """The Message-ID of a row in the ledger; nobody else can make one up."""
    return f"<{delivery}.{_mark(delivery)}@{_domain(sender)}>"


def number_of(name: str) -> int | None:
    """The row that a Message-ID names; None where we did not make it."""
    found = _OURS.match(name.lower())
    if found is None or not constant_time_compare(found[2], _mark(int(found[1]))):
        return None
    return int(found[1])


def _mark(delivery: int) -> str:
    digest = hmac.digest(_key(settings.SECRET_KEY), b"%d" % delivery, "sha256")
    return base64.b32encode(digest[:10]).decode().lower()


@lru_cache(maxsize=64)
def _domain(sender: str) -> str:
    try:
        return sender.rpartition("@")[2].encode("idna").decode() or "localhost"
    except UnicodeError:
        return "localhost"


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    return hashlib.sha256(b"broadsheet.delivery.message-id" + secret.encode()).digest()
