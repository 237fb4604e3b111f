"""The answers to who opens the stream."""

from __future__ import annotations

from django.conf import settings

from broadsheet.edge.security import headers_for
from broadsheet.wire.stream.reader import Message

ADDRESS = "/wire/stream"
LATER = b"30"  # seconds

_Header = tuple[bytes, bytes]


def opened() -> Message:
    """The head of a stream; nothing in between may keep it, pack it, or wait until there is more."""
    own = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store, no-transform"),
        (b"x-accel-buffering", b"no"),
    ]
    return {"type": "http.response.start", "status": 200, "headers": [*own, *_security()]}


def refused(status: int, words: str, *more: _Header) -> list[Message]:
    """An answer in words instead of the stream."""
    body = f"{words}\n".encode()
    own = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
    ]
    start = {"type": "http.response.start", "status": status, "headers": [*own, *more, *_security()]}
    return [start, {"type": "http.response.body", "body": body, "more_body": False}]


def wrong_method() -> list[Message]:
    """That nothing can be sent to the stream."""
    return refused(405, "The stream can only be read: GET it.", (b"allow", b"GET, HEAD"))


def nonsense() -> list[Message]:
    """What a cursor is, for whoever sent something else."""
    return refused(
        400,
        "“Last-Event-ID” and “after” take the id of the last event that you have seen, a whole number, as in "
        "“/wire/stream?after=57”. Leave them out to be told only what comes.",
    )


def full() -> list[Message]:
    """That a page must ask for news by itself: a browser does not come back to a stream after this."""
    return refused(
        503,
        "No more streams can be open here just now: look at /wire/latest.json from time to time.",
        (b"retry-after", LATER),
    )


def _security() -> list[_Header]:
    https = settings.PUBLIC_URL.startswith("https:")
    return [
        (name.lower().encode(), value.encode()) for name, value in headers_for(ADDRESS, https=https).items()
    ]
