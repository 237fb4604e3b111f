"""Clear away, once a day, what nobody will need again."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.db import DatabaseError, InterfaceError
from django.utils import timezone

from broadsheet.edge.models import TakenIn
from broadsheet.edge.spool.errors import SpoolError
from broadsheet.edge.spool.folder import refused_folder, slips, spool_folder, waiting_folder

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60
REMEMBERED = timedelta(days=30)


def tidy_now_and_then() -> None:
    """Tidy where it was not done within a day; the lock's own time says when it was."""
    lock = spool_folder() / "lock"
    if time.time() - lock.stat().st_mtime < DAY:
        return
    try:
        tidy()
    except (DatabaseError, InterfaceError) as error:
        logger.debug("Tidying waits for the database: %s", error, extra={"event": "acts_wait"})
    else:
        os.utime(lock)


def tidy() -> None:
    """Forget acts taken in long ago whose file is gone, and remove half-written files and lonely reasons."""
    for folder in (waiting_folder(), refused_folder()):
        # Of a process that was killed before it promised anybody anything.
        _remove_old(folder.glob(".*"))
    _remove_old(why for why in refused_folder().glob("*.why.txt") if not _act_of(why).exists())
    TakenIn.objects.filter(at__lt=timezone.now() - REMEMBERED).exclude(act__in=_present()).delete()


def _present() -> set[UUID]:
    found = set()
    for folder in (waiting_folder(), refused_folder()):
        for slip in slips(folder):
            with suppress(SpoolError):
                found.add(slip.act)
    return found


def _act_of(why: Path) -> Path:
    return why.with_name(why.name.removesuffix(".why.txt") + ".json")


def _remove_old(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > DAY:
                path.unlink()
