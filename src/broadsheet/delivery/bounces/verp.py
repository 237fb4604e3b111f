"""Each message is sent from an address of its own, so that what comes back says whose it was (VERP)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from functools import lru_cache

from django.conf import settings
from django.utils.crypto import constant_time_compare

# Lower case, since some servers keep no other; short, since the part before the “@” may have 64 letters.
_BYTES = 10  # of signature: 80 bits, 16 letters
_SIGNED = re.compile(r"(?<![0-9])([1-9][0-9]{0,18})-([a-z2-7]{16})(?![a-z2-7])", re.IGNORECASE)


def verp(delivery: int) -> str:
    """The envelope's sender for a row of the ledger, such as `bounces+12-k5…@paper.example`."""
    name, _, domain = str(settings.BOUNCE_ADDRESS).rpartition("@")
    return f"{name}+{signed_number(delivery)}@{domain}"


def signed_number(delivery: int) -> str:
    """The row's number, such as `12-k5…`, as `read_verp` reads it."""
    return f"{delivery}-{_mark(delivery)}"


def read_verp(address: str) -> int | None:
    """The row of the ledger that is named in `address`, which may be any text; None where we signed none."""
    for number, mark in _SIGNED.findall(address):
        if constant_time_compare(mark.lower(), _mark(int(number))):
            return int(number)
    return None


def _mark(delivery: int) -> str:
    digest = hmac.digest(_key(settings.SECRET_KEY), b"%d" % delivery, "sha256")
    return base64.b32encode(digest[:_BYTES]).decode().lower()


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    # A purpose of its own: a reader's token opens no mailbox, and a bounce unsubscribes nobody.
    return hashlib.sha256(b"broadsheet.delivery.verp" + secret.encode()).digest()
