"""What the repository must not say and must not hold."""

from __future__ import annotations

import re

from tests.house.tree import ROOT, files, short

# Written in parts, so that this file does not hold what it looks for.
HOSTS = (
    "py" + "pi" + r"\.org",
    "python" + "hosted" + r"\.org",
    "npm" + "js" + r"\.(?:org|com)",
    "cra" + "tes" + r"\.io",
)
FOLDERS = ("/work" + "/", "/root" + "/", "/home" + "/")
# Part of a longer path, such a name is nobody's folder.
FORBIDDEN = re.compile(rf"{'|'.join(HOSTS)}|(?<![\w}}.~-])(?:{'|'.join(FOLDERS)})")
MOST_BYTES = 1_000_000


def _texts() -> dict[str, str]:
    found = {}
    for path in files():
        try:
            found[short(path)] = path.read_text()
        except UnicodeDecodeError:
            continue
    return found


def test_nothing_names_a_package_registry_or_somebodys_folder() -> None:
    found = {name: set(FORBIDDEN.findall(text)) for name, text in _texts().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_file_is_heavy() -> None:
    assert [short(path) for path in files() if path.stat().st_size > MOST_BYTES] == []


def test_locked_requirements_are_ours_and_not_uvs() -> None:
    assert not (ROOT / "uv.lock").exists()
