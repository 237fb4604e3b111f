"""A change that shows on every page of a large archive is followed in seconds."""

from __future__ import annotations

import os
import time
from pathlib import Path

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import HOST, sheet

MANY = 20_000
LONGEST = 20.0  # seconds, on a machine that is busy with other tests; alone it takes one


def fill(store: Store) -> None:
    """Keep as many, with one transaction for all, of the same words: what takes long is not what this is about."""
    with store.index.writing() as db:
        page = Path(store.files.path(Address(HOST, "/story/")))
        store.files.write(str(page), sheet("Story", "heading:1"))
        parts = list(page.parent.iterdir())
        for number in range(MANY):
            path = f"/section-{number % 20}/story-{number}/"
            folder = Path(store.files.path(Address(HOST, path))).parent
            folder.mkdir(parents=True)
            for part in parts:
                os.link(part, folder / part.name)
            db.execute("INSERT INTO page (host, path, page, stands) VALUES (?, ?, 1, 1)", (HOST, path))
            db.execute("INSERT INTO shows (tag, page) VALUES ('heading:1', last_insert_rowid())")


def test_twenty_thousand_pages_are_forgotten_by_one_tag(store: Store) -> None:
    fill(store)
    began = time.monotonic()
    assert len(store.forget(["heading:1"])) == MANY
    took = time.monotonic() - began
    assert store.index.count() == 0
    assert took < LONGEST
