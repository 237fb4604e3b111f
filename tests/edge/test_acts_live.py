"""The table of acts × pages once more: before two server processes that see the acts of a third, and nginx in front."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from broadsheet.edge.store.store import page_store
from broadsheet.edge.tags import EVERYTHING
from tests.database import is_postgresql
from tests.edge.acts import ACTS, Act
from tests.edge.fronted import URL, Fronted, fronted
from tests.edge.nginx import Answer
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
    "audio becomes ready", "audio is dropped",
}  # fmt: skip
PAGES_LEFT_OUT = {
    "other story", "section in section", "author feed", "section feed", "story sitemap", "robots",
    "section podcast", "wire day", "wire key", "wire section", "wire feed", "newsletters", "newsletter",
}  # fmt: skip
EACH = 3  # requests, each by a connection of its own, so that both processes answer


@dataclass(frozen=True, slots=True)
class Front:
    """Readers who ask the two processes themselves, and readers who ask nginx in front of them."""

    paper: Fronted
    turn: count[int] = field(default_factory=count)

    def get(self, path: str) -> Page:
        """The page, by nginx."""
        return _page(self.paper.read(path))

    def served(self, path: str) -> set[Page]:
        """The page in every way in which it is served; either side has to be right also where it is asked first."""
        sides = [self.paper.read, self.paper.read_behind]
        if next(self.turn) % 2:
            sides.reverse()
        return {_page(read(path)) for read in sides for _ in range(EACH)}


def _page(answer: Answer) -> Page:
    return comparable(answer.status, answer.body)


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


def test_what_readers_get_is_right_after_an_act(settings: LazySettings) -> None:
    wrong: dict[tuple[str, str], str] = {}
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = URL, ["paper.example"]
    with fronted(processes=2) as front, at_work_in(front.newsroom.home, settings):
        readers, paper = Front(front), small_paper_in_place()
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
    now = dict(zip(addresses, rendered(list(addresses.values()), host="paper.example"), strict=True))
    shown = (lambda page: page) if act.column else without_column
    return [name for name in addresses if set(map(shown, after[name])) != {shown(now[name])}]
