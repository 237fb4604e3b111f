"""Each message is sent from an address of its own, so that what comes back says whose it was (VERP)."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare

from broadsheet.kit.marks import mark

# Lower case, since some servers keep no other; short, since the part before the “@” may have 64 letters.
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
    for number, signed in _SIGNED.findall(address):
        if constant_time_compare(signed.lower(), _mark(int(number))):
            return int(number)
    return None


def _mark(delivery: int) -> str:
    return mark(delivery, purpose="verp", secret=settings.SECRET_KEY)
