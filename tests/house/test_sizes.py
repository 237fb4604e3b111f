"""Files and functions stay small enough to read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.tree import files, short

LONGEST_FILE = 300
LONGEST_TEMPLATE = 120
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "common", "core", "misc"}


def _too_long(paths: list[Path], most: int) -> dict[str, int]:
    lengths = {short(path): len(path.read_text().splitlines()) for path in paths}
    return {name: length for name, length in lengths.items() if length > most}


def test_no_source_file_outgrows_a_reader() -> None:
    paths = [path for path in files(".py", ".css", ".js", below="src") if "migrations" not in path.parts]
    assert _too_long(paths, LONGEST_FILE) == {}


def test_no_template_outgrows_a_reader() -> None:
    assert _too_long(files(".html", ".xml", ".txt", below="src"), LONGEST_TEMPLATE) == {}


def test_no_function_outgrows_a_screen() -> None:
    found = {}
    for path in files(".py", below="src"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found[f"{short(path)}:{node.lineno} {node.name}"] = length
    assert found == {}


def test_no_module_is_called_by_what_it_is_not() -> None:
    assert [short(path) for path in files(".py") if VAGUE & {path.stem, path.parent.name}] == []
