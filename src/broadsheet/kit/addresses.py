"""E-mail addresses as mail servers write them."""

from __future__ import annotations

from functools import lru_cache

import idna


def on_the_wire(address: str) -> str:
    """The address with its domain in ASCII (RFC 5891); what no server could know is left as it is."""
    if address.isascii():
        return address
    name, _, domain = address.rpartition("@")
    try:
        return f"{name}@{in_ascii(domain)}"
    except idna.IDNAError:
        return address


@lru_cache(maxsize=1024)
def in_ascii(domain: str) -> str:
    """The domain as servers know it; raises `idna.IDNAError` for one that cannot exist."""
    return idna.encode(domain, uts46=True).decode()
