"""Who does which kind of act."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from broadsheet.edge.spool.errors import SpoolError

Handler = Callable[[dict[str, Any]], None]

KIND = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_handlers: dict[str, Handler] = {}


def takes(kind: str) -> Callable[[Handler], Handler]:
    """Have the decorated function do acts of this kind, in a transaction that the spool opens."""
    check_kind(kind)

    def register(handler: Handler) -> Handler:
        other = _handlers.setdefault(kind, handler)
        if other is not handler:
            raise SpoolError(f"{other.__module__}.{other.__qualname__} takes “{kind}” already.")
        return handler

    return register


def handler_of(kind: str) -> Handler:
    """Who does acts of this kind; raises `SpoolError` where nobody does."""
    try:
        return _handlers[kind]
    except KeyError:
        raise SpoolError(f"Nobody takes acts of the kind “{kind}”.") from None


def check_kind(kind: str) -> None:
    """Raise `SpoolError` unless this can be the name of a kind."""
    if not KIND.fullmatch(kind):
        rule = "lower-case letters, digits, “.”, “_” and “-”, 64 at most"
        raise SpoolError(f"A kind's name has {rule}: {kind[:80]!r} does not do.")
