"""Readers before the forms, with a spool and limits of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from broadsheet.newsletters.door.limits import BY_SCRIPT, BY_TOKEN, ROOM, WITHOUT_SCRIPT
from broadsheet.newsletters.models import Newsletter
from tests.factories import make_newsletter


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: LazySettings) -> Path:
    """Where acts are kept; nobody has come yet."""
    settings.HOME = tmp_path
    for counted in (BY_SCRIPT, WITHOUT_SCRIPT, BY_TOKEN, ROOM):
        counted.forget()
    return tmp_path


@pytest.fixture
def tide(db: None) -> Newsletter:
    """The newsletter that most tests are about."""
    return make_newsletter("The Morning Tide")
