"""A page store without a newsroom."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.edge.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty one."""
    return Store(tmp_path / "pages")
