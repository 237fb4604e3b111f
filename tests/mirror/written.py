"""What an export has written."""

from __future__ import annotations

from pathlib import Path

from broadsheet.mirror.manifest import NAME


def texts(folder: Path) -> dict[str, str]:
    """Every page, feed and style sheet."""
    found = (path for path in folder.rglob("*") if path.suffix in (".html", ".xml", ".css", ".txt"))
    return {str(path.relative_to(folder)): path.read_text() for path in found}


def times(folder: Path) -> dict[str, int]:
    """When each file was written."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in found}
