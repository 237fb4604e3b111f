"""Machines that call the API."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from tests.factories import make_outsider
from tests.wire.api.bots import Bot
from tests.wire.staff import let


@pytest.fixture
def filer(dan: User) -> User:
    """Somebody who may file, and change what they have filed."""
    return let(dan, "file_wireitem")


@pytest.fixture
def bot(filer: User) -> Bot:
    """A machine that files for them."""
    return Bot(filer)


@pytest.fixture
def director(db: None) -> Bot:
    """A machine that may change everything."""
    return Bot(let(make_outsider("Dora"), "change_wireitem"))
