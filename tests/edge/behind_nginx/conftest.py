"""The small paper behind a real nginx with the configuration that ships."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.edge.fronted import Fronted, fronted


@pytest.fixture(scope="package")
def paper() -> Iterator[Fronted]:
    """The small paper behind nginx."""
    with fronted() as running:
        yield running


@pytest.fixture
def stored(paper: Fronted) -> Fronted:
    """The same, with every page in the store."""
    for address in paper.newsroom.addresses:
        assert paper.read(address).status == 200, address
    return paper
