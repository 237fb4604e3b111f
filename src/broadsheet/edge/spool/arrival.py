"""Keep a reader's act until the database can take it."""

from __future__ import annotations

import errno
from typing import Any
from uuid import UUID

from broadsheet.edge.spool.acts import write_act
from broadsheet.edge.spool.errors import SpoolError
from broadsheet.edge.spool.files import make_folder, write_durably
from broadsheet.edge.spool.folder import Slip, waiting_folder

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def spool(kind: str, act: dict[str, Any]) -> UUID:
    """Keep an act; once this returns, it will be done exactly once, whatever happens to the machine.

    `act` is what JSON can hold, 64 kB at most. Raises `SpoolError` where it could not be kept, and then
    nothing is.
    """
    return put_down(kind, act).act


def put_down(kind: str, act: dict[str, Any]) -> Slip:
    """Keep an act as `spool` does; what its file is called."""
    data = write_act(kind, act)
    slip = Slip.new()
    try:
        make_folder(waiting_folder())
        write_durably(waiting_folder() / slip.file, data)
    except OSError as error:
        raise SpoolError(f"The act “{kind}” could not be kept: {_reason(error)}.") from error
    return slip


def _reason(error: OSError) -> str:
    if error.errno in FULL:
        return "the disk is full"
    return f"{error.strerror}: {error.filename or waiting_folder()}"
