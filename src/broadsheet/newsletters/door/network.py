"""From which network a reader comes: as near as we need to know."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from broadsheet.kit.marks import keyed

Ip = IPv4Address | IPv6Address

# Where a server of ours may stand in front of another.
_INSIDE = tuple(
    map(
        ip_network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10", "169.254.0.0/16"),
    )
)


def network_of(request: HttpRequest) -> str:
    """The reader's network, such as `203.0.113.0/24` or `2001:db8:1:2::/64`; “unknown” where nothing says."""
    address = client_of(request)
    if address is None:
        return "unknown"
    length = 24 if address.version == 4 else 64
    return str(ip_network(f"{address}/{length}", strict=False))


def mark_of(request: HttpRequest) -> str:
    """What is kept of the network: a keyed hash, by which two of one network can be compared and no more."""
    return keyed(network_of(request).encode(), purpose="network", secret=settings.SECRET_KEY).hex()


def client_of(request: HttpRequest) -> Ip | None:
    """The reader's address.

    What a server in front says of it is believed only where one is known to stand there, and then from the end: what
    stands before the last address that is none of ours, anybody may have written.
    """
    client = _ip(request.META.get("REMOTE_ADDR", ""))
    if not settings.BEHIND_PROXY:
        return client
    for told in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        address = _ip(told.strip())
        if address is None:
            break
        client = address
        if not _is_inside(address):
            break
    return client


def _is_inside(address: Ip) -> bool:
    return address.is_loopback or any(address in network for network in _INSIDE)


def _ip(text: str) -> Ip | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
