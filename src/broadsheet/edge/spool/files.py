"""Files that a power cut cannot take back.

A file is written aside, synced, renamed into place, and its folder is synced: only then is the name sure
to be found again, too (fsync(2), rename(2)).
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_made: set[Path] = set()


def write_durably(path: Path, data: bytes) -> None:
    """Have a whole file that only its owner may read, or raise `OSError` and have none."""
    half = path.with_name(f".{path.name}")
    try:
        with open(half, "wb", opener=private) as file:  # Path.open takes no opener
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.rename(path)
        sync_folder(path.parent)
    except BaseException:
        for left in (half, path):
            with suppress(OSError):
                left.unlink()
        raise


def make_folder(folder: Path) -> None:
    """Have a folder, and the one above it, that only their owner may enter."""
    if folder in _made and folder.is_dir():
        return
    # Also where they are there already: whoever made them may not have synced yet.
    for part in (folder.parent, folder):
        part.mkdir(mode=0o700, exist_ok=True)
        sync_folder(part.parent)
    _made.add(folder)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def private(path: str, flags: int) -> int:
    """Open for nobody but the owner."""
    return os.open(path, flags, 0o600)
