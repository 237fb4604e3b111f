"""Reads `broadsheet.env`: one NAME=value a line, quotes allowed, `#` begins a line of comment."""

from __future__ import annotations

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FILE_NAME = "broadsheet.env"
_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


def read_env_file(path: Path) -> dict[str, str]:
    """The settings in the file at `path`; none where there is no file.

    Raises `ImproperlyConfigured`, naming the line, when one cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise ImproperlyConfigured(f"Cannot read {path}: {reason}.") from error
    values: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text and not text.startswith("#"):
            name, value = _parse(text, f"{path}, line {number}")
            values[name] = value
    return values


def write_env_file(path: Path, values: dict[str, str], *, heading: str) -> None:
    """Write `values` where only the owner may read them; an existing file is never overwritten."""
    lines = [f"# {heading}", *(f"{name}={_quoted(value)}" for name, value in values.items())]
    path.touch(mode=0o600, exist_ok=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _parse(text: str, place: str) -> tuple[str, str]:
    match = _LINE.fullmatch(text)
    if match is None:
        raise ImproperlyConfigured(f"{place}: expected NAME=value.")
    name, value = match.groups()
    if value[:1] in ("'", '"'):
        if len(value) < 2 or value[-1] != value[0]:
            raise ImproperlyConfigured(f"{place}: the value of {name} lacks its closing quote.")
        return name, value[1:-1]
    return name, value


def _quoted(value: str) -> str:
    return f"'{value}'" if value != value.strip() or value[:1] in ("'", '"', "#") else value
