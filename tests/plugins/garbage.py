"""Garbage is looked for less often: what was imported stays, and going over it again takes a tenth of the time."""

from __future__ import annotations

import gc

import pytest

OFTEN_ENOUGH = (50_000, 20, 50)


def pytest_configure() -> None:
    """Begin before the tests, Django and Wagtail are imported."""
    gc.set_threshold(*OFTEN_ENOUGH)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave alone what is there when the tests begin."""
    gc.collect()
    gc.freeze()
