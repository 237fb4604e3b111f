"""The demo newsroom, with pictures that cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from broadsheet.demo.seeding import newsroom
from tests.demo.plain import plain_pictures


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seeding draws nothing."""
    monkeypatch.setattr(newsroom, "make_pictures", plain_pictures)


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int, int]]:
    """What seeding told of its progress."""
    return []


@pytest.fixture(scope="module")
def ledger(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, told: list[tuple[str, int, int]]
) -> Iterator[None]:
    """The Harbour Ledger, published once for every test of a module."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(newsroom, "make_pictures", plain_pictures)
        newsroom.seed_newsroom(lambda *step: told.append(step))
        yield
        transaction.set_rollback(True)
