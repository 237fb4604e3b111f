"""An act as it stands in its file: JSON, so that a person can read what is waiting."""

from __future__ import annotations

import json
from typing import Any

from django.utils import timezone

from broadsheet.edge.spool.errors import SpoolError
from broadsheet.edge.spool.kinds import check_kind

VERSION = 1
MOST_BYTES = 64 * 1024


def write_act(kind: str, act: dict[str, Any]) -> bytes:
    """The file of an act; raises `SpoolError` where it would not come back as it was given."""
    check_kind(kind)
    if not isinstance(act, dict):
        raise SpoolError(f"An act is a dict, not {type(act).__name__}.")
    envelope = {"version": VERSION, "kind": kind, "spooled_at": timezone.now().isoformat(), "act": act}
    try:
        written = json.dumps(envelope, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise SpoolError(f"The act “{kind}” cannot be written as JSON: {error}") from error
    if json.loads(written) != envelope:
        raise SpoolError(
            f"The act “{kind}” holds what JSON does not, such as a tuple or a key that is no text."
        )
    if len(written) > MOST_BYTES:
        raise SpoolError(f"The act “{kind}” has {len(written):,} bytes; {MOST_BYTES:,} are allowed.")
    return written.encode()


def read_act(data: bytes) -> tuple[str, dict[str, Any]]:
    """The kind and the act in a file; raises `SpoolError` where it holds none."""
    if len(data) > MOST_BYTES:
        raise SpoolError(f"The file has more than {MOST_BYTES:,} bytes.")
    try:
        envelope = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SpoolError(f"The file is not JSON: {error}") from error
    match envelope:
        case {"version": 1, "kind": str(kind), "act": dict(act)}:
            return kind, act
        case {"version": version} if version != VERSION:
            raise SpoolError(f"The file is of version {version!r}; this software reads {VERSION}.")
    raise SpoolError("The file is JSON, but no act.")
