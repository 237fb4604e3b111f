"""One script instead of many modules: for production, where each file would be a round trip."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

_IMPORT = re.compile(r'^import \{ [\w, ]+ \} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
# Reasons are for us, and so are margins.
_LEFT_OUT = re.compile(r"^\s*//.*\n|(?<=[;,{]) // .*|^\s+", re.MULTILINE)


def bundled(name: str, read: Callable[[str], str]) -> str:
    """The module `name` and all that it imports, each once and before whoever imports it.

    A module keeps what it does not export to itself. What ours write is understood and no more: named imports of
    neighbours under their own names, a line each; comments on lines of their own or at the end of one; no text over
    several lines.
    """
    folder = PurePosixPath(name).parent
    parts: dict[str, str] = {}

    def add(file: str) -> None:
        text = read(str(folder / file))
        for imported in _IMPORT.findall(text):
            if imported not in parts:
                add(imported)
        parts[file] = _closed(_IMPORT.sub("", text))

    add(PurePosixPath(name).name)
    return "".join(parts.values())


def _closed(text: str) -> str:
    names = _EXPORT.findall(text)
    words = _LEFT_OUT.sub("", _EXPORT.sub("", text))
    if not names:
        return f"{{\n{words}}}\n"
    given = ", ".join(names)
    return f"const {{ {given} }} = (() => {{\n{words}return {{ {given} }};\n}})();\n"
