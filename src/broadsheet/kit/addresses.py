"""E-mail addresses as mail servers write them."""

from __future__ import annotations


def on_the_wire(address: str) -> str:
    """The address with its domain in ASCII (RFC 5891); what no server could know is left as it is."""
    if address.isascii():
        return address
    name, _, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return address
