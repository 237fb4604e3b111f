"""The table of acts × pages once more: before two server processes that see the acts of a third, and behind nginx."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from broadsheet.edge.store.store import page_store
from broadsheet.edge.tags import EVERYTHING
from tests.database import is_postgresql
from tests.edge.acts import ACTS, Act
from tests.edge.asking import HOST
from tests.edge.fronted import URL, fronted
from tests.edge.live import live_newsroom
from tests.edge.pages_now import Page, comparable, rendered, without_column
from tests.edge.paper import SmallPaper, small_paper_in_place

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
    pytest.mark.skipif(is_postgresql(), reason="It works on a copy of SQLite's file."),
]
# One act for each way in which a change is made known, and one page for each way in which it is shown: here it is
# about processes that hear of one another. `test_acts` has them all.
ACTS_HERE = {
    "publish", "unpublish", "make private", "move", "schedule falls due", "picture replaced", "section renamed",
    "site settings", "redirect added", "wire item posted", "wire item retracted", "breaking news ends",
}  # fmt: skip
PAGES_LEFT_OUT = {
    "other story", "section in section", "author feed", "section feed", "story sitemap", "robots",
    "wire day", "wire key", "wire section", "wire feed", "newsletters", "newsletter",
}  # fmt: skip
EACH = 3  # requests, each by a connection of its own, so that both processes answer


@dataclass(frozen=True, slots=True)
class Front:
    """Where readers ask, and for which host."""

    host: str
    get: Callable[[str], Page]

    def served(self, path: str) -> set[Page]:
        """The page in every way in which it is served."""
        return {self.get(path) for _ in range(EACH)}


@contextmanager
def two_processes(home: Path, settings: LazySettings) -> Iterator[Front]:
    """Two server processes, and nothing in front."""
    with live_newsroom(home) as newsroom:

        def get(path: str) -> Page:
            status, _, body = newsroom.get(path, host=HOST)
            return comparable(status, body)

        with at_work_in(newsroom.home, settings):
            yield Front("127.0.0.1", get)


@contextmanager
def behind_nginx(home: Path, settings: LazySettings) -> Iterator[Front]:
    """Nginx as it ships, which serves the files by itself."""
    with fronted() as paper:

        def get(path: str) -> Page:
            answer = paper.read(path)
            return comparable(answer.status, answer.body)

        settings.PUBLIC_URL, settings.ALLOWED_HOSTS = URL, ["paper.example"]
        with at_work_in(paper.newsroom.home, settings):
            yield Front("paper.example", get)


@contextmanager
def at_work_in(home: Path, settings: LazySettings) -> Iterator[None]:
    """Work on the newsroom's database and its store from here, as another process of its own would."""
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(home / "db.sqlite3")
    settings.HOME, settings.PAGE_STORE, settings.MEDIA_ROOT = home, True, home / "media"
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
        connection.close()
        connection.settings_dict["NAME"] = kept


@pytest.mark.parametrize("front", [two_processes, behind_nginx])
def test_what_readers_get_is_right_after_an_act(
    front: Callable[..., AbstractContextManager[Front]], tmp_path: Path, settings: LazySettings
) -> None:
    wrong: dict[tuple[str, str], str] = {}
    with front(tmp_path / "home", settings) as readers:
        paper = small_paper_in_place()
        database = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(":memory:")) as pristine:
            live.backup(pristine)
            for act in (act for act in ACTS if act.name in ACTS_HERE):
                pristine.backup(live)
                page_store().forget([EVERYTHING], gone=True)
                wrong |= {(act.name, page): "is old" for page in wrong_pages(readers, paper, act)}
    assert wrong == {}


def wrong_pages(readers: Front, paper: SmallPaper, act: Act) -> list[str]:
    """The kinds of page that are served as they are not, after the act."""
    addresses = {name: path for name, path in paper.addresses().items() if name not in PAGES_LEFT_OUT}
    assert {readers.get(path)[0] for path in addresses.values()} == {200}

    act.do(paper)

    after = {name: readers.served(path) for name, path in addresses.items()}
    now = dict(zip(addresses, rendered(list(addresses.values()), host=readers.host), strict=True))
    shown = (lambda page: page) if act.column else without_column
    return [name for name in addresses if set(map(shown, after[name])) != {shown(now[name])}]
