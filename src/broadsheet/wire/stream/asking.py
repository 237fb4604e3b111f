"""What somebody who opens the stream asks for."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from broadsheet.edge.answering.asking import Scope

_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)  # as many digits as an id in the database can have


class NonsenseError(ValueError):
    """A cursor that no page of ours can have sent."""


def cursor_of(scope: Scope) -> int | None:
    """The last event that the reader has seen; None for one who wants only what comes.

    A browser that comes back says so in `Last-Event-ID`, which is newer than the address that it opened first.
    Raises `NonsenseError`.
    """
    text = _header(scope)
    if not text:
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        text = dict(asked).get("after", "")
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise NonsenseError(text)
    return int(text)


def _header(scope: Scope) -> str:
    return next((v.decode("latin-1").strip() for name, v in scope["headers"] if name == b"last-event-id"), "")
