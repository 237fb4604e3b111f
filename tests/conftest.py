"""The fixed cast: Ada reports, Ben edits, Paula publishes, Cleo reads, Dan is an outsider."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from broadsheet.news.models import Story
from tests.factories import Paper, make_author, make_outsider, make_paper, make_staff, make_story

pytest_plugins = ["tests.plugins.postgresql", "tests.plugins.browser"]


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """Nothing is remembered from one test to the next: ids come again, what was kept under them is old."""
    cache.clear()


@pytest.fixture
def unindexed(settings: LazySettings) -> None:
    """The paper's search learns nothing: a test that looks for nothing takes a fifth less time."""
    backend = settings.WAGTAILSEARCH_BACKENDS["default"] | {"AUTO_UPDATE": False}
    settings.WAGTAILSEARCH_BACKENDS = {"default": backend}


@pytest.fixture
def paper(db: None) -> Paper:
    """The Harbour Ledger, just founded."""
    return make_paper()


@pytest.fixture
def ada(db: None) -> User:
    """A reporter, with a byline."""
    user = make_staff("Ada", group="Reporters")
    make_author("Ada Quill", user=user)
    return user


@pytest.fixture
def ben(db: None) -> User:
    """An editor."""
    return make_staff("Ben", group="Editors")


@pytest.fixture
def paula(db: None) -> User:
    """A publisher."""
    return make_staff("Paula", group="Publishers")


@pytest.fixture
def cleo(db: None) -> Client:
    """A reader's browser: nobody is signed in."""
    return Client()


@pytest.fixture
def dan(db: None) -> User:
    """Somebody with an account and no rights."""
    return make_outsider("Dan")


@pytest.fixture
def story(paper: Paper, ada: User) -> Story:
    """Ada's story, published in Harbour."""
    return make_story(authors=[ada.author], owner=ada)


@pytest.fixture
def draft(paper: Paper, ada: User) -> Story:
    """Ada's story that is not published yet."""
    return make_story("Council weighs a second bridge", authors=[ada.author], owner=ada, live=False)
