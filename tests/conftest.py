"""The fixed cast: Ada reports, Ben edits, Paula publishes, Cleo reads, Dan is an outsider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from broadsheet.edge import addresses
from broadsheet.edge.answering import asking
from broadsheet.news.models import Story
from tests.factories import Paper, make_author, make_outsider, make_paper, make_staff, make_story

if TYPE_CHECKING:
    from tests.plugins.kept import Kept

PLUGINS = ("garbage", "postgresql", "browser", "kept", "order", "ready_made", "prepared")
pytest_plugins = [f"tests.plugins.{name}" for name in PLUGINS]


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """Nothing is remembered from one test to the next: ids come again, and a paper may answer to another name."""
    cache.clear()
    for remembered in (addresses._hosts, addresses.known_host, asking._remembered):
        remembered.cache_clear()


@pytest.fixture
def unindexed(settings: LazySettings) -> None:
    """The paper's search learns nothing: a test that looks for nothing takes a fifth less time."""
    backend = settings.WAGTAILSEARCH_BACKENDS["default"] | {"AUTO_UPDATE": False}
    settings.WAGTAILSEARCH_BACKENDS = {"default": backend}


@pytest.fixture
def paper(kept: Kept) -> Paper:
    """The Harbour Ledger, just founded."""
    return kept("paper", make_paper, find=make_paper)


@pytest.fixture
def ada(kept: Kept) -> User:
    """A reporter, with a byline."""

    def make() -> User:
        user = make_staff("Ada", group="Reporters")
        make_author("Ada Quill", user=user)
        return user

    return kept("Ada", make, find=lambda: User.objects.get(username="ada"))


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
def story(kept: Kept, paper: Paper, ada: User) -> Story:
    """Ada's story, published in Harbour."""
    make = partial(make_story, authors=[ada.author], owner=ada)
    return kept("story", make, find=lambda: Story.objects.get(owner=ada))


@pytest.fixture
def draft(kept: Kept, paper: Paper, ada: User) -> Story:
    """Ada's story that is not published yet."""
    title = "Council weighs a second bridge"
    make = partial(make_story, title, authors=[ada.author], owner=ada, live=False)
    return kept("draft", make, find=lambda: Story.objects.get(title=title))
