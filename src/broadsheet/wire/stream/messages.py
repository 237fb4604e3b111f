"""What goes over the stream, as bytes.

The format is the WHATWG's: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from broadsheet.wire.models import WireEvent

# Milliseconds after which a reader comes back. Each has a time of its own: after a restart, ten thousand who came back
# at once would keep the server from all else. After a long outage, in which all have tried several times, they come
# back over little less than the longest of these.
SOONEST, LATEST = 2_000, 18_000

_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_NO_ID = re.compile(r"[\r\n\0]")  # a browser passes over an id with a NUL; the others would end the line


class Told(NamedTuple):
    """An event of the log, as readers are sent it: encoded once, whatever their number."""

    id: int
    subject: str
    body: bytes


def encode(data: str, *, event: str = "", id: int | str = "") -> bytes:  # noqa: A002  # its name on the line
    """One message; `data` may have many lines. Raises `ValueError` for a name or an id that is no single line."""
    if _NO_ID.search(str(id)) or _NO_ID.search(event):
        raise ValueError("An id and an event's name are a single line each.")
    head = [f"id: {id}"] * (id != "") + [f"event: {event}"] * bool(event)
    lines = [*head, *(f"data: {line}" for line in _LINE_ENDS.split(data)), "", ""]
    # What came in by half of a surrogate pair cannot be sent.
    return "\n".join(lines).encode("utf-8", "replace")


def told(event: WireEvent) -> Told:
    """The event with its message."""
    body = encode(_json(event.payload), event=event.name, id=event.pk)
    return Told(event.pk, event.subject, body)


def greeting(last: int, *, caught_up: bool) -> bytes:
    """The first words to a reader.

    Only with nothing to catch up with do they carry an id: from a reader who is cut off in the middle of what was
    missed, the rest would be kept.
    """
    return encode(_json({"last": last}), event="hello", id=last if caught_up else "")


def reset(last: int) -> bytes:
    """That what a reader missed cannot be told one by one: the list is to be loaded, which holds all up to `last`."""
    return encode(_json({"last": last}), event="reset", id=last)


def come_back_after() -> bytes:
    """When the reader is to come back, should the stream end."""
    return b"retry: %d\n\n" % random.randint(SOONEST, LATEST)  # noqa: S311  # it guards nothing


AWAY = encode("{}", event="away")
BACK = encode("{}", event="back")
BEAT = b": beat\n\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
