"""Put aside an act that cannot be done, with the reason, so that it holds up no other and is not lost."""

from __future__ import annotations

import logging
import time
from traceback import format_exception

from broadsheet.edge.spool.files import make_folder, sync_folder, write_durably
from broadsheet.edge.spool.folder import Slip, refused_folder, waiting_folder

logger = logging.getLogger(__name__)


def refuse(slip: Slip, error: BaseException) -> None:
    """Move an act aside, its reason first."""
    folder = refused_folder()
    make_folder(folder)
    name = _free_name(slip.name)
    write_durably(folder / f"{name}.why.txt", "".join(format_exception(error)).encode())
    (waiting_folder() / slip.file).rename(folder / f"{name}.json")
    sync_folder(folder)
    # The error's own words may hold what the reader wrote: they stay beside the act, and out of the log.
    logger.error(
        "Refused the act %s: %s, see %s.why.txt",
        name,
        type(error).__name__,
        folder / name,
        extra={"event": "act_refused", "act": name},
    )


def _free_name(name: str) -> str:
    """A name that covers no other refused file: strangers' files may be called alike."""
    taken = (refused_folder() / f"{name}.json").exists()
    return f"{name}-{time.time_ns()}" if taken else name
