"""A home of its own for every test, where newsletters have a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from broadsheet.edge.spool import kinds
from tests.edge.spool.crew import SIGN_UP, sign_up


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Path:
    """Where acts are kept."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def desk(monkeypatch: pytest.MonkeyPatch) -> dict[str, kinds.Handler]:
    """Who takes what; every test begins with the newsletter's desk alone."""
    handlers: dict[str, kinds.Handler] = {SIGN_UP: sign_up}
    monkeypatch.setattr(kinds, "_handlers", handlers)
    return handlers
