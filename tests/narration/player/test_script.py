"""The player's script, as production has it."""

from __future__ import annotations

from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

import broadsheet.narration
from broadsheet.edge.answering.statics import Statics
from broadsheet.pages.scripts import bundled
from broadsheet.pages.staticfiles import SCRIPTS

STATIC = Path(broadsheet.narration.__file__).with_name("static")
PLAYER = "narration/js/player.js"
MOST = 8_000  # bytes, compressed


@pytest.fixture(scope="module")
def script() -> str:
    """All its modules as one."""
    assert PLAYER in SCRIPTS
    return bundled(PLAYER, lambda name: (STATIC / name).read_text())


def test_it_imports_nothing(script: str) -> None:
    assert [line for line in script.splitlines() if line.startswith(("import", "export"))] == []


def test_it_is_light(script: str) -> None:
    assert len(brotli.compress(script.encode())) < MOST


def test_it_is_served_from_memory(tmp_path: Path) -> None:
    file = tmp_path / "narration" / "js" / "player.0123456789ab.js"
    file.parent.mkdir(parents=True)
    file.write_text("play()")
    assert Statics(tmp_path, https=False).get("/static/narration/js/player.0123456789ab.js") is not None
