"""The files of the repository, without what machines put beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_BY_MACHINES = {"var", "dist", "node_modules", "__pycache__"}
KEPT_HIDDEN = {".ci", ".github", ".gitignore", ".editorconfig"}


def files(*suffixes: str, below: str = ".") -> list[Path]:
    """Every file below a folder, in order; with `suffixes`, only those that end in one."""
    found = _walk(ROOT / below)
    return sorted(path for path in found if not suffixes or path.suffix in suffixes)


def short(path: Path) -> str:
    """The path as a person would say it."""
    return str(path.relative_to(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        hidden = path.name.startswith(".") and path.name not in KEPT_HIDDEN
        if hidden or path.name in MADE_BY_MACHINES or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
