"""One request to a CDN, and what its answer means."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from broadsheet.edge.purging.purger import PATIENCE, PurgeError

LONGEST_ANSWER = 65_536  # bytes; theirs are some hundred long
PASSING = {408, 425, 429}  # what is refused now may be granted later


def ask(method: str, address: str, *, headers: Mapping[str, str], body: bytes = b"") -> bytes:
    """The body of the answer; raises `PurgeError` for any but a good one. Follows no redirect, uses no proxy."""
    parts = urlsplit(address)
    make = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    try:
        connection = make(parts.netloc, timeout=PATIENCE)
        try:
            connection.request(method, parts.path or "/", body=body, headers=dict(headers))
            response = connection.getresponse()
            answer = response.read(LONGEST_ANSWER)
        finally:
            connection.close()
    except (OSError, HTTPException) as error:
        raise PurgeError(f"{parts.netloc} did not answer: {error!r}", retry_helps=True) from error
    except ValueError:  # a token with a line break in it; the error would show it
        raise PurgeError(f"{parts.netloc} cannot be asked like that", retry_helps=False) from None
    if not 200 <= response.status < 300:
        passing = response.status >= 500 or response.status in PASSING
        raise PurgeError(f"{parts.netloc} answered {response.status}", retry_helps=passing)
    return answer
