"""Writes the whole public paper as plain files."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path

from broadsheet.mirror.folder import Folder
from broadsheet.mirror.report import Report
from broadsheet.mirror.run import Progress, Run


def export_mirror(
    folder: Path, *, url: str = "", rehearsal: bool = False, progress: Progress | None = None
) -> Report:
    """Bring the mirror in `folder` up to date; a `rehearsal` counts and writes nothing.

    `url` is where the mirror will stand, for what needs whole addresses. Raises `MirrorError` in one line. May
    be interrupted and run again.
    """
    place = Folder(folder)
    place.require_room()
    began = time.monotonic()
    with nullcontext() if rehearsal else place.claimed():
        run = Run(place, url=url and url.rstrip("/") + "/", rehearsal=rehearsal)
        with run.manifest() as file:
            run.go(file, progress or (lambda done, known: None))
    run.report.seconds = time.monotonic() - began
    return run.report
