"""Nothing is looked for here, and nobody speaks but in tones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.test import Client

from broadsheet.narration.voices.opening import close_voices
from tests.factories import sign_in


@pytest.fixture(autouse=True)
def unsearched(unindexed: None) -> None:
    """Spare every test the work of the search."""


@pytest.fixture(autouse=True)
def tones(settings: LazySettings) -> Iterator[None]:
    """English has a voice, and no other language."""
    settings.VOICES = {"en": "memory:"}
    yield
    close_voices()


@pytest.fixture
def desk(ben: User) -> Client:
    """Ben's browser: he edits and publishes everything."""
    return sign_in(ben)
