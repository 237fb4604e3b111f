"""A paper to mirror, and links to write anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from broadsheet.edge import addresses
from broadsheet.mirror.actions.export_mirror import export_mirror
from broadsheet.mirror.rewriting.links import OwnHost
from broadsheet.mirror.rewriting.pages import Page
from broadsheet.mirror.rewriting.signposts import Signposts
from broadsheet.mirror.targets import Target
from tests.edge.edition import Edition
from tests.edge.paper import SmallPaper, make_small_paper, small_paper_in_place
from tests.plugins.kept import Kept

FILES = {
    "/media/images/mole.jpg",
    "/media/images/mole, west.jpg",
    "/static/pages/paper.css",
    "/static/alone.js",
    "/documents/4/plan.pdf",
}
_edition = Edition()
Signs = Callable[..., Signposts]
Rewrite = Callable[..., str]


@pytest.fixture
def ledger(settings: LazySettings) -> None:
    """The paper's address."""
    settings.PUBLIC_URL = "https://ledger.test"
    settings.ALLOWED_HOSTS = ["ledger.test", "127.0.0.1", "localhost", "www.ledger.test"]
    addresses._hosts.cache_clear()
    addresses.known_host.cache_clear()


@pytest.fixture
def signs(db: None, ledger: None) -> Signs:
    """The signposts of a page, the story about the ferry unless another is named."""

    def make(path: str = "/harbour/ferry/", url: str = "", page: int = 1) -> Signposts:
        return Signposts(OwnHost(FILES.__contains__), Target(path, page), url)

    return make


@pytest.fixture
def rewrite(signs: Signs) -> Rewrite:
    """A page's HTML as it stands in a mirror."""

    def write(text: str, url: str = "") -> str:
        return Page(text, signs(url=url), lambda src: "alone" not in src).rewritten()

    return write


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Rendering a page leaves the test's own transaction open, as it does for Django's test client."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.fixture
def small(unindexed: None, one_connection: None, kept: Kept) -> SmallPaper:
    """A small paper with every kind of page."""
    return kept("small paper", make_small_paper, find=small_paper_in_place)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the mirror goes."""
    return tmp_path / "mirror"


@pytest.fixture
def mirror(small: SmallPaper, folder: Path) -> Path:
    """The mirror of the small paper, in that folder."""
    if not _edition.lay_out(small, folder):
        export_mirror(folder)
        _edition.take(small, folder)
    return folder
