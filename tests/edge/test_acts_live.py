"""The table of acts × pages once more, before two server processes that see the acts of a third."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from broadsheet.edge.store.store import page_store
from broadsheet.edge.tags import EVERYTHING
from tests.database import is_postgresql
from tests.edge.acts import ACTS
from tests.edge.live import LiveNewsroom, live_newsroom
from tests.edge.pages_now import Page, comparable, rendered
from tests.edge.paper import SmallPaper, make_small_paper

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
    pytest.mark.skipif(is_postgresql(), reason="It works on a copy of SQLite's file."),
]
EACH = 3  # requests, each by a connection of its own, so that both processes answer


@pytest.fixture
def newsroom(tmp_path: Path, settings: LazySettings) -> Iterator[LiveNewsroom]:
    """A served newsroom; this process works on its database and its store, as another of its own would."""
    home = tmp_path / "home"
    kept = connection.settings_dict["NAME"]
    with live_newsroom(home, paper=False) as newsroom:
        connection.close()
        connection.settings_dict["NAME"] = str(home / "db.sqlite3")
        settings.HOME, settings.PAGE_STORE, settings.MEDIA_ROOT = home, True, home / "media"
        try:
            yield newsroom
        finally:
            connection.close()
            connection.settings_dict["NAME"] = kept


def served(newsroom: LiveNewsroom, path: str) -> set[Page]:
    """The page as every process serves it."""
    return {
        comparable(status, body)
        for status, _, body in (newsroom.get(path, host="127.0.0.1:8000") for _ in range(EACH))
    }


def test_every_process_serves_what_is_right_after_an_act(newsroom: LiveNewsroom) -> None:
    paper = make_small_paper()
    database = Path(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(":memory:")) as pristine:
        live.backup(pristine)
        wrong: dict[tuple[str, str], str] = {}
        for act in ACTS:
            pristine.backup(live)
            page_store().forget([EVERYTHING], gone=True)
            wrong |= {(act.name, page): "is old" for page in wrong_pages(newsroom, paper, act.do)}
    assert wrong == {}


def wrong_pages(newsroom: LiveNewsroom, paper: SmallPaper, do: object) -> list[str]:
    """The kinds of page that a process serves as they are not, after the act."""
    assert callable(do)
    addresses = paper.addresses()
    before = {name: served(newsroom, path) for name, path in addresses.items()}
    do(paper)
    after = {name: served(newsroom, path) for name, path in addresses.items()}
    now = dict(zip(addresses, rendered(list(addresses.values())), strict=True))
    assert {status for pages in before.values() for status, _ in pages} == {200}
    return [name for name in addresses if after[name] != {now[name]}]
