"""A page store in a folder of its own, and readers before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.asgi import get_asgi_application

from broadsheet.edge.asgi import Edge
from broadsheet.edge.press.press import Press
from broadsheet.edge.store import sheet
from broadsheet.edge.store.store import Store, page_store
from tests.edge.asking import Reader


@pytest.fixture
def stored(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The page store, on, and empty."""
    monkeypatch.setattr(sheet, "BROTLI_QUALITY", 1)  # packing well takes as long as making a small page
    settings.HOME = tmp_path
    settings.PAGE_STORE = True
    return page_store()


@pytest.fixture
def reader(stored: Store) -> Iterator[Reader]:
    """A reader before the edge, with Django behind it."""
    one = Reader(Edge(get_asgi_application(), Press(stored)))
    yield one
    one.close()
