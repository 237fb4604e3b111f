"""A newsletter, and a publisher at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from broadsheet.newsletters.models import Newsletter
from tests.factories import Paper, make_newsletter, sign_in


@pytest.fixture
def tide(db: None) -> Newsletter:
    return make_newsletter()


@pytest.fixture
def desk(paper: Paper, paula: User) -> Client:
    """Paula's browser."""
    return sign_in(paula)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
