"""Nothing is looked for here."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def unsearched(unindexed: None) -> None:
    """Spare every test the work of the search."""
