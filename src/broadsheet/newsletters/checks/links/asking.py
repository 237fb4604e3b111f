"""Asks another site whether there is a page at an address, and nobody within our own network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from enum import Enum
from urllib.parse import SplitResult, urljoin, urlsplit

from broadsheet import __version__

SECONDS = 4.0  # for each step of one question
REDIRECTS = 4
PORTS = {"http": 80, "https": 443}
AGENT = f"Mozilla/5.0 (compatible; Broadsheet/{__version__}; link check)"

_GONE = (404, 410)
# Some servers answer a HEAD with an error and the same GET with a page.
_ASK_AGAIN = (400, 403, 404, 405, 410, 500, 501, 503)


class Reach(Enum):
    """What became of a question."""

    THERE = "there"
    GONE = "gone"
    BROKEN = "broken"  # the site answers with an error of its own
    SILENT = "silent"  # no answer: no such host, no connection, a certificate that is not its own
    INSIDE = "inside"  # an address of a private network, which is never asked
    UNTRIED = "untried"  # a port at which we do not ask


class Lines:
    """The connections that are open, so that whoever has waited long enough can end them all."""

    def __init__(self) -> None:
        self._open: set[socket.socket] = set()
        self.ended = False

    def add(self, line: socket.socket) -> None:
        """Remember it; raises `TimeoutError` when the time is over."""
        self._open.add(line)
        if self.ended:
            self.end()
            raise TimeoutError

    def end(self) -> None:
        """Cut them: whoever reads from one reads no further."""
        self.ended = True
        for line in list(self._open):
            line.close()


def ask(address: str, lines: Lines) -> Reach:
    """Whether there is a page; follows a few redirects, each of them looked at as the first."""
    try:
        for _ in range(REDIRECTS + 1):
            parts = urlsplit(address)
            if (refused := _refused(parts)) is not None:
                return refused
            status, onward = _status(parts, lines)
            if status not in range(300, 400) or not onward:
                return _meaning(status)
            address = urljoin(address, onward)
    except _InsideError:
        return Reach.INSIDE
    except (OSError, http.client.HTTPException, ValueError):
        return Reach.SILENT
    return Reach.BROKEN  # it sends its readers round in circles


class _InsideError(Exception):
    """The host's name leads into a private network."""


def _refused(parts: SplitResult) -> Reach | None:
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
        return Reach.SILENT
    return None if (parts.port or PORTS[parts.scheme]) == PORTS[parts.scheme] else Reach.UNTRIED


def _meaning(status: int) -> Reach:
    """A site that wants to know who asks, or has no time for us, has the page all the same."""
    if status in _GONE:
        return Reach.GONE
    return Reach.BROKEN if status >= 500 else Reach.THERE


def _status(parts: SplitResult, lines: Lines) -> tuple[int, str]:
    status, onward = _asked("HEAD", parts, lines)
    return _asked("GET", parts, lines) if status in _ASK_AGAIN else (status, onward)


def _asked(method: str, parts: SplitResult, lines: Lines) -> tuple[int, str]:
    host = (parts.hostname or "").encode("idna").decode()
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    line = _line(host, parts.scheme, lines)
    try:
        connection = http.client.HTTPConnection(host, PORTS[parts.scheme], timeout=SECONDS)
        connection.sock = line
        connection.request(
            method, _ascii(target), headers={"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
        )
        answer = connection.getresponse()  # its body is left where it is
        return answer.status, answer.getheader("Location") or ""
    finally:
        line.close()


def _ascii(target: str) -> str:
    return "".join(
        letter if letter.isascii() else "".join(f"%{byte:02X}" for byte in letter.encode())
        for letter in target
    )


def _line(host: str, scheme: str, lines: Lines) -> socket.socket:
    """A connection to the very address that was looked at: a name may lead elsewhere the next time it is asked."""
    found = socket.getaddrinfo(host, PORTS[scheme], type=socket.SOCK_STREAM)
    places = [str(place[4][0]) for place in found]
    if not all(is_public(place) for place in places):
        raise _InsideError
    line = socket.create_connection((places[0], PORTS[scheme]), timeout=SECONDS)
    lines.add(line)
    if scheme == "https":
        line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
        lines.add(line)
    return line


def is_public(place: str) -> bool:
    """Whether an IP address belongs to the internet; one that carries another is judged by that one, too."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if within is None and address in _NAT64:
            within = ipaddress.IPv4Address(address.packed[-4:])
        if within is not None:
            return is_public(str(within))
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes
